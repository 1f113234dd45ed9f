package io.commerceroutes.embedded;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How an {@link EmbeddedKafka} runs.
 *
 * @param folder keeps all logs
 * @param portSetting what to name when the port is taken
 * @param autoCreateTopics whether a topic comes into being by being asked for
 * @param partitions of a topic that is created without saying how many
 * @param retention how long records are kept where the topic does not say
 * @param maxMessageBytes the largest batch that is taken
 */
public record KafkaSettings(
        Path folder,
        int port,
        String portSetting,
        boolean autoCreateTopics,
        int partitions,
        Duration retention,
        int maxMessageBytes) {
    public KafkaSettings {
        folder = folder.toAbsolutePath().normalize();
    }

    /** With the defaults: topics are created on purpose only, 4 partitions, 30 days, batches of up to 2 MiB. */
    public static KafkaSettings of(Path folder, int port, String portSetting) {
        return new KafkaSettings(folder, port, portSetting, false, 4, Duration.ofDays(30), 2 * 1024 * 1024);
    }
}
