package io.commerceroutes.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** How the server is called. Source of the options: MariaDB 11.4, server system variables. */
final class MariaDbCommand {
    private MariaDbCommand() {}

    static List<String> of(DatabaseSettings settings, MariaDbBinaries binaries) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--basedir=" + binaries.folder(),
                "--datadir=" + settings.folder().resolve("data"),
                "--tmpdir=" + settings.folder().resolve("tmp"),
                "--init-file=" + writeInitFile(settings),
                "--socket=",
                "--bind-address=" + LocalPort.HOST,
                "--port=" + settings.port()));
        command.addAll(MariaDbBinaries.asRoot());
        command.addAll(List.of(
                "--skip-name-resolve",
                "--skip-ssl",
                "--skip-log-bin",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_general_ci",
                "--default-time-zone=+00:00",
                // MySQL 8's own default, so that statements behave the same on both.
                "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                        + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                "--transaction-isolation=READ-COMMITTED",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=256M",
                "--innodb-lock-wait-timeout=10",
                "--max-connections=200",
                "--max-allowed-packet=64M"));
        return command;
    }

    /** Run by the server at each start; each statement on one line, as the server wants it. */
    private static Path writeInitFile(DatabaseSettings settings) throws IOException {
        String account = "'%s'@'%%'".formatted(settings.user());
        List<String> statements = new ArrayList<>();
        settings.schemas().forEach(schema -> statements.add("CREATE DATABASE IF NOT EXISTS `%s`;".formatted(schema)));
        statements.add("CREATE USER IF NOT EXISTS %s;".formatted(account));
        statements.add("ALTER USER %s IDENTIFIED BY '%s';".formatted(account, settings.password()));
        statements.add("GRANT ALL PRIVILEGES ON *.* TO %s;".formatted(account));
        Path file = settings.folder().resolve("init.sql");
        Files.deleteIfExists(file);
        Files.createFile(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return Files.write(file, statements, StandardCharsets.UTF_8);
    }
}
