package io.commerceroutes.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.embedded.FolderInUseException;
import io.commerceroutes.embedded.PortTakenException;
import io.commerceroutes.embedded.UnsupportedPlatformException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class FailureLineTest {
    private final FailureLine line =
            new FailureLine(Ports.from(Map.of()), new DataFolder(Path.of("/data"), "platform"));

    @Test
    void a_taken_port_is_named_with_its_option() {
        assertThat(line.of(failed(new PortTakenException(19092, "--kafka.port"))))
                .contains("19092", "--kafka.port");
    }

    @Test
    void a_port_taken_in_the_last_moment_is_named_the_same_way() {
        assertThat(line.of(failed(new PortInUseException(8081)))).contains("8081", "--collector.port");
    }

    @Test
    void a_folder_in_use_is_named() {
        assertThat(line.of(new FolderInUseException(Path.of("/data")))).contains("/data", "COMMERCE_DATA_DIR");
    }

    @Test
    void a_machine_without_a_bundled_server_is_told_which_variables_name_another() {
        assertThat(line.of(failed(new UnsupportedPlatformException("MariaDB", null))))
                .contains("COMMERCE_DB_URL", "ANALYTICS_DB_URL");
    }

    @Test
    void anything_else_is_one_line_with_the_innermost_reason_and_the_log() {
        String said = line.of(failed(new IllegalStateException("outer", new IllegalStateException("inner\nmore"))));
        assertThat(said).isEqualTo("Kafka did not start: inner; see /data/logs/platform.log");
    }

    private static Throwable failed(Throwable cause) {
        return new PartFailedException(Part.KAFKA, cause);
    }
}
