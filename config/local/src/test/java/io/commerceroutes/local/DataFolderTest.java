package io.commerceroutes.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commerceroutes.embedded.FolderInUseException;
import io.commerceroutes.embedded.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path parent;

    @Test
    void a_missing_folder_is_made_ours() {
        DataFolder data = DataFolder.open(parent.resolve("a/b"), "log");
        assertThat(data.path()).isDirectory();
        assertThat(DataFolder.open(data.path(), "log")).isEqualTo(data);
    }

    @Test
    void a_folder_with_something_in_it_that_is_not_ours_is_left_alone() throws IOException {
        Path letter = Files.writeString(parent.resolve("letter.txt"), "Dear friend");
        assertThatThrownBy(() -> DataFolder.open(parent, "log"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("COMMERCE_DATA_DIR");
        assertThat(letter).exists();
    }

    @Test
    void emptying_removes_all_but_the_mark_and_the_lock() throws IOException {
        DataFolder data = DataFolder.open(parent, "log");
        Files.createDirectories(data.mysql().resolve("data"));
        try (FolderLock lock = data.lock()) {
            data.empty();
            assertThatThrownBy(data::lock).isInstanceOf(FolderInUseException.class);
        }
        assertThat(parent).isDirectoryNotContaining("regex:.*mysql");
        assertThat(DataFolder.open(parent, "log")).isEqualTo(data);
    }
}
