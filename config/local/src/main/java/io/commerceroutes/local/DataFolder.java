package io.commerceroutes.local;

import io.commerceroutes.embedded.EmbeddedServers;
import io.commerceroutes.embedded.FolderLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/** The folder of everything that outlives a run. Carries a mark, so that no folder of somebody else's is emptied. */
record DataFolder(Path path, String logName) {
    private static final String MARK = ".commerce-routes";
    private static final String LOCK = ".lock";
    private static final Set<String> KEPT = Set.of(MARK, LOCK);

    /**
     * Marks a new or empty folder as ours.
     *
     * @throws IllegalArgumentException when it holds something that is not ours
     */
    static DataFolder open(Path path, String logName) {
        try {
            Files.createDirectories(path);
            if (!Files.exists(path.resolve(MARK))) {
                if (!content(path).isEmpty()) {
                    throw new IllegalArgumentException(
                            "%s is not empty and not a data folder of this platform: choose another COMMERCE_DATA_DIR"
                                    .formatted(path));
                }
                mark(path);
            }
            return new DataFolder(path, logName);
        } catch (IOException e) {
            throw new IllegalArgumentException("The data folder %s cannot be used: %s".formatted(path, e), e);
        }
    }

    private static void mark(Path path) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
        try {
            Files.writeString(
                    Files.createFile(path.resolve(MARK)),
                    "Data of the local platform. --fresh deletes all beside it.\n");
        } catch (FileAlreadyExistsException markedByAnotherProcessJustNow) {
            // As good as ours.
        }
    }

    /** Keeps a second platform with servers off this folder, until closed or killed. */
    FolderLock lock() {
        return FolderLock.take(path);
    }

    /** Throws everything away, servers that a killed run left behind included; only for who holds the lock. */
    void empty() {
        EmbeddedServers.stopLeftBehind(path);
        try {
            for (Path entry : content(path)) {
                FileSystemUtils.deleteRecursively(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty " + path, e);
        }
    }

    private static List<Path> content(Path path) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(
                path, entry -> !KEPT.contains(entry.getFileName().toString()))) {
            all.forEach(entries::add);
        }
        return entries;
    }

    Path mysql() {
        return path.resolve("mysql");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path redis() {
        return path.resolve("redis");
    }

    /** Each simulator has a memory of its own; they are told apart by their ports. */
    Path simulator(int port) {
        return path.resolve("pg").resolve(Integer.toString(port));
    }

    Path keys() {
        return path.resolve("keys");
    }

    Path log() {
        return path.resolve("logs").resolve(logName + ".log");
    }
}
