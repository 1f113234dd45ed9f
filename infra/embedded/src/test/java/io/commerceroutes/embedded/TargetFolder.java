package io.commerceroutes.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Puts temporary folders of tests under target: server data is large, and the system's may be in memory. */
final class TargetFolder implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension) throws IOException {
        Path parent = Files.createDirectories(Path.of("target", "it").toAbsolutePath());
        return Files.createTempDirectory(parent, "servers");
    }
}
