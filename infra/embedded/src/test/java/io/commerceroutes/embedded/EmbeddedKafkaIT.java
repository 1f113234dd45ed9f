package io.commerceroutes.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
    @TempDir(factory = TargetFolder.class)
    private Path folder;

    @Test
    void a_restart_keeps_the_records_and_closes_in_order_and_in_bounded_time() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(settings(LocalPort.free()))) {
            KafkaRecords.createTopic(kafka.bootstrapServers(), "notes");
            KafkaRecords.send(kafka.bootstrapServers(), "notes", "kept");
            assertThat(KafkaRecords.read(kafka.bootstrapServers(), "notes", "first", 1))
                    .containsExactly("kept");
            long begun = System.nanoTime();
            kafka.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
            // Kafka's own mark of a shutdown that came to its end; it was not given up.
            assertThat(Path.of(BrokerProperties.logFolder(settings(kafka.port())), ".kafka_cleanshutdown"))
                    .exists();
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(settings(LocalPort.free()))) {
            assertThat(KafkaRecords.read(kafka.bootstrapServers(), "notes", "second", 1))
                    .containsExactly("kept");
        }
    }

    @Test
    void a_topic_does_not_come_into_being_by_a_typing_error() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(settings(LocalPort.free()))) {
            assertThatThrownBy(() -> KafkaRecords.partitions(kafka.bootstrapServers(), "nots"))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void a_taken_port_is_refused() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedKafka.start(settings(other.getLocalPort())))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("--kafka.port");
        }
    }

    private KafkaSettings settings(int port) {
        return KafkaSettings.of(folder, port, "--kafka.port");
    }
}
