package io.commerceroutes.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;

/** The first thing that happens to an empty folder: MariaDB's system tables are written into it. */
final class MariaDbInstallation {
    private static final long LIMIT_SECONDS = 60;
    private static final String UNFINISHED = "installing";

    private MariaDbInstallation() {}

    /** Writes the system tables of an empty server; a run that is killed half-way leaves no data folder behind. */
    static void install(MariaDbBinaries binaries, Path folder, Path data) throws IOException {
        removeUnfinished(folder);
        Path unfinished = Files.createTempDirectory(folder, UNFINISHED);
        Path log = folder.resolve("install.log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command(binaries, unfinished))
                    .directory(binaries.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(binaries.environment());
            // A server that starts removes what looks like a temporary table, also one of another server's.
            builder.environment().put("TMPDIR", folder.toString());
            Process process = builder.start();
            if (!succeeded(process)) {
                throw new ServerStartException(
                        MariaDbBinaries.SERVER_NAME, "its system tables cannot be written; see " + log);
            }
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileUtils.deleteQuietly(unfinished.toFile());
        }
    }

    private static void removeUnfinished(Path folder) throws IOException {
        try (DirectoryStream<Path> abandoned = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            abandoned.forEach(left -> FileUtils.deleteQuietly(left.toFile()));
        }
    }

    private static boolean succeeded(Process process) {
        try {
            return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> command(MariaDbBinaries binaries, Path data) {
        List<String> command = new ArrayList<>();
        command.add(binaries.installer().toString());
        if (!binaries.forWindows()) {
            command.add("--no-defaults");
            command.add("--basedir=" + binaries.folder());
            command.add("--auth-root-authentication-method=socket");
            command.add("--skip-test-db");
            command.add("--skip-name-resolve");
            // Goes on where the machine cannot look up its own name.
            command.add("--force");
            command.addAll(MariaDbBinaries.asRoot());
        }
        command.add("--datadir=" + data);
        return command;
    }
}
