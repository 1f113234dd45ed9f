package io.commerceroutes.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders under target: some servers mind the length and the mount of the system's temporary folder. */
final class TestFolders {
    private TestFolders() {}

    static Path fresh(String name) throws IOException {
        Path parent = Files.createDirectories(Path.of("target", "it").toAbsolutePath());
        return Files.createTempDirectory(parent, name);
    }
}
