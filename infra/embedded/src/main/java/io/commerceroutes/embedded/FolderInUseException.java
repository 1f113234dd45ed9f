package io.commerceroutes.embedded;

import java.nio.file.Path;

/** Another living process works on this folder. */
public final class FolderInUseException extends RuntimeException {
    private final Path folder;

    public FolderInUseException(Path folder) {
        super("The folder %s is in use by another running process".formatted(folder));
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }
}
