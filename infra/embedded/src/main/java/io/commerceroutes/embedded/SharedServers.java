package io.commerceroutes.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/** One set of servers per JVM, in a folder named after its process id; sweeps up after runs that were killed. */
final class SharedServers {
    private static final Path PARENT = Path.of("target", "embedded-servers").toAbsolutePath();

    static final EmbeddedServers INSTANCE = create();

    private SharedServers() {}

    private static EmbeddedServers create() {
        sweep();
        Path folder = PARENT.resolve(Long.toString(ProcessHandle.current().pid()));
        EmbeddedServers servers = EmbeddedServers.in(folder);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            servers.close();
            FileUtils.deleteQuietly(folder.toFile());
        }));
        return servers;
    }

    private static void sweep() {
        try {
            Files.createDirectories(PARENT);
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(PARENT)) {
                folders.forEach(SharedServers::removeIfAbandoned);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeIfAbandoned(Path folder) {
        boolean owned = folder.getFileName().toString().matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(folder.getFileName().toString()))
                        .isPresent();
        if (!owned) {
            EmbeddedServers.stopLeftBehind(folder);
            FileUtils.deleteQuietly(folder.toFile());
        }
    }
}
