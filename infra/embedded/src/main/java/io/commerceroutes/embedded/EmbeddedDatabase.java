package io.commerceroutes.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A MariaDB server of our own: speaks MySQL's protocol, keeps its data in a folder, serves this machine only. */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final DatabaseSettings settings;
    private final FolderLock lock;
    private final ServerProcess process;

    private EmbeddedDatabase(DatabaseSettings settings, FolderLock lock, ServerProcess process) {
        this.settings = settings;
        this.lock = lock;
        this.process = process;
    }

    /**
     * Starts the server and returns when it takes connections. One that a killed JVM left behind on this folder is
     * ended first.
     *
     * @throws PortTakenException when somebody else listens on the port
     * @throws FolderInUseException when another living process has the folder
     * @throws UnsupportedPlatformException when no binary is bundled for this machine
     */
    public static EmbeddedDatabase start(DatabaseSettings settings) {
        FolderLock lock = FolderLock.take(settings.folder());
        try {
            ServerProcess.stopLeftBehind(settings.folder(), STOP_LIMIT);
            LocalPort.requireFree(settings.port(), settings.portSetting());
            return new EmbeddedDatabase(settings, lock, startProcess(settings));
        } catch (IOException e) {
            lock.close();
            throw new ServerStartException(MariaDbBinaries.SERVER_NAME, e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static ServerProcess startProcess(DatabaseSettings settings) throws IOException {
        MariaDbBinaries binaries = MariaDbBinaries.unpacked(BinaryCache.defaultFolder());
        Path data = settings.folder().resolve("data");
        if (!Files.isDirectory(data)) {
            binaries.install(settings.folder(), data);
        }
        Files.createDirectories(settings.folder().resolve("tmp"));
        ServerProcess process = ServerProcess.start(
                MariaDbBinaries.SERVER_NAME,
                settings.folder(),
                command(settings, binaries, writeInitFile(settings)),
                binaries.environment());
        process.awaitReady(() -> Probe.mysqlGreets(settings.port()), START_LIMIT);
        return process;
    }

    private static List<String> command(DatabaseSettings settings, MariaDbBinaries binaries, Path initFile) {
        List<String> command = new ArrayList<>(List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--basedir=" + binaries.folder(),
                "--datadir=" + settings.folder().resolve("data"),
                "--tmpdir=" + settings.folder().resolve("tmp"),
                "--init-file=" + initFile,
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

    public int port() {
        return settings.port();
    }

    public String user() {
        return settings.user();
    }

    public String password() {
        return settings.password();
    }

    public String jdbcUrl(String schema) {
        return JdbcUrl.of(settings.port(), schema);
    }

    /** Ends the server in order; does nothing the second time. */
    @Override
    public void close() {
        process.stop(STOP_LIMIT);
        lock.close();
    }
}
