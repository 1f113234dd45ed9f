package io.commerceroutes.app;

import io.commerceroutes.domain.metrics.DeadLetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Makes the platform's topics and their dead-letter topics where they are missing: before anything else uses Kafka, and
 * again from time to time, since Kafka being away does not stop a role from starting.
 */
public class KafkaTopics implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaTopics.class);

    private final Settings settings;
    private final String bootstrapServers;

    /**
     * The topics' names and how they are made where they do not exist.
     *
     * @param replication number of copies; the broker's default if it is not set
     */
    @ConfigurationProperties("commerce.topics")
    public record Settings(
            String orders, String payments, String catalog, int partitions, Short replication, int retentionDays) {}

    public KafkaTopics(Settings settings, String bootstrapServers) {
        this.settings = settings;
        this.bootstrapServers = bootstrapServers;
    }

    @Override
    public void afterPropertiesSet() throws InterruptedException {
        makeMissing();
    }

    @Scheduled(fixedDelayString = "${commerce.topics.check}", initialDelayString = "${commerce.topics.check}")
    void makeMissing() throws InterruptedException {
        try (Admin admin = KafkaAdmin.of(bootstrapServers)) {
            for (KafkaFuture<Void> created :
                    admin.createTopics(topics()).values().values()) {
                await(created);
            }
        } catch (ExecutionException | TimeoutException failure) {
            LOG.warn("Kafka topics could not be made: {}", failure.toString());
        }
    }

    private static void await(KafkaFuture<Void> created)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            created.get(KafkaAdmin.TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw failure;
            }
        }
    }

    private List<NewTopic> topics() {
        Map<String, String> keep = Map.of(
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(TimeUnit.DAYS.toMillis(settings.retentionDays())));
        List<NewTopic> topics = new ArrayList<>();
        for (String name : List.of(settings.orders(), settings.payments(), settings.catalog())) {
            topics.add(topic(name).configs(keep));
            topics.add(topic(DeadLetter.topicOf(name)).configs(keep));
        }
        return topics;
    }

    private NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(settings.partitions()), Optional.ofNullable(settings.replication()));
    }
}
