package io.commerceroutes.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @Test
    void a_folder_is_held_by_one_at_a_time(@TempDir Path folder) {
        try (FolderLock held = FolderLock.take(folder)) {
            assertThatThrownBy(() -> FolderLock.take(folder))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessageContaining(folder.toString());
        }
        FolderLock.take(folder).close();
    }
}
