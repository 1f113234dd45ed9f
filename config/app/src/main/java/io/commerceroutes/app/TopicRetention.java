package io.commerceroutes.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Makes sure that topics keep events no longer than the settings say: else one could be read again after it was
 * forgotten. At start a topic that does is a reason not to; later, or once Kafka is back, it is an error in the log.
 */
public class TopicRetention implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(TopicRetention.class);

    private final String bootstrapServers;
    private final List<String> topics;
    private final Duration longest;

    public TopicRetention(String bootstrapServers, List<String> topics, Duration longest) {
        this.bootstrapServers = bootstrapServers;
        this.topics = List.copyOf(topics);
        this.longest = longest;
    }

    /** @throws IllegalStateException in one line, when a topic keeps events for too long */
    @Override
    public void afterPropertiesSet() throws InterruptedException {
        check(tooLong -> {
            throw new IllegalStateException(tooLong);
        });
    }

    @Scheduled(fixedDelayString = "${commerce.topics.check}", initialDelayString = "${commerce.topics.check}")
    public void checkAgain() throws InterruptedException {
        check(LOG::error);
    }

    private void check(Consumer<String> tooLong) throws InterruptedException {
        List<ConfigResource> asked = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        Map<ConfigResource, Config> found;
        try (Admin admin = KafkaAdmin.of(bootstrapServers)) {
            found = admin.describeConfigs(asked).all().get(KafkaAdmin.TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            LOG.warn("For how long Kafka keeps events could not be checked: {}", failure.toString());
            return;
        }
        String kept = asked.stream()
                .flatMap(topic ->
                        keptTooLong(found.get(topic))
                                .map(howLong -> "%s keeps events for %s".formatted(topic.name(), howLong))
                                .stream())
                .collect(Collectors.joining(", "));
        if (!kept.isEmpty()) {
            tooLong.accept("%s, longer than commerce.metrics.topic-retention (%s): an event could count twice; set %s"
                    .formatted(kept, longest, "the topic's retention.ms or the setting"));
        }
    }

    /** For how long, unless it is short enough. */
    private Optional<String> keptTooLong(Config topic) {
        long retentionMillis =
                Long.parseLong(topic.get(TopicConfig.RETENTION_MS_CONFIG).value());
        boolean deletes =
                topic.get(TopicConfig.CLEANUP_POLICY_CONFIG).value().contains(TopicConfig.CLEANUP_POLICY_DELETE);
        if (retentionMillis < 0 || !deletes) {
            return Optional.of("ever");
        }
        Duration retention = Duration.ofMillis(retentionMillis);
        return retention.compareTo(longest) > 0 ? Optional.of(retention.toString()) : Optional.empty();
    }
}
