package io.commerceroutes.embedded;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.io.FileUtils;

/** Where bundled binaries are unpacked once per user, so that neither a test run nor an empty data folder waits for it. */
final class BinaryCache {
    private BinaryCache() {}

    /** Puts a folder's content in place; it may write freely, since nobody sees the folder before it is complete. */
    interface Unpacking {
        void into(Path folder) throws IOException;
    }

    /** The per-user folder, as the XDG base directory specification places it. */
    static Path defaultFolder() {
        String cacheHome = System.getenv("XDG_CACHE_HOME");
        Path base = cacheHome == null || cacheHome.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(cacheHome);
        return base.resolve("embedded-servers");
    }

    /** The folder of that name, unpacked now if it is not there; several processes may ask at once. */
    static Path folder(Path cache, String name, Unpacking unpacking) throws IOException {
        Path folder = cache.resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(cache);
        Path unfinished = Files.createTempDirectory(cache, name + ".unpacking");
        try {
            unpacking.into(unfinished);
            moveInPlace(unfinished, folder);
        } finally {
            FileUtils.deleteQuietly(unfinished.toFile());
        }
        return folder;
    }

    private static void moveInPlace(Path unfinished, Path folder) throws IOException {
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException somebodyElseWasFirst) {
            if (!Files.isDirectory(folder)) {
                throw somebodyElseWasFirst;
            }
        }
    }
}
