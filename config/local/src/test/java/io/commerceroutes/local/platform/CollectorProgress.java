package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.ConfigurableApplicationContext;

/** Says how far the collector has come. */
final class CollectorProgress {
    private CollectorProgress() {}

    /** Waits until counting has failed and was left to Kafka at least once from now on. */
    static void forSomeFailures(ConfigurableApplicationContext collector) {
        CamelContext camel = collector.getBean(CamelContext.class);
        long before = failures(camel);
        await().atMost(Duration.ofSeconds(90)).until(() -> failures(camel) > before);
    }

    private static long failures(CamelContext camel) throws RuntimeException {
        try {
            return camel.getCamelContextExtension()
                    .getContextPlugin(ManagedCamelContext.class)
                    .getManagedRoute("collect-metrics")
                    .getExchangesFailed();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How many records the group has committed, of all topics. */
    static long committed(String bootstrapServers, String group) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        }
    }

    /** Waits until the group has committed all that these topics hold, whatever Kafka cannot tell for a moment. */
    static void awaitAllCommitted(String bootstrapServers, String group, Collection<String> topics, Duration limit) {
        await().pollInterval(Duration.ofMillis(200))
                .atMost(limit)
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(lag(bootstrapServers, group, topics)).isZero());
    }

    /** How many records of these topics the group has not committed. */
    static long lag(String bootstrapServers, String group, Collection<String> topics)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(java.util.stream.Collectors.toMap(partition -> partition, any -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get().entrySet().stream()
                    .mapToLong(end -> {
                        var offset = committed.get(end.getKey());
                        return end.getValue().offset() - (offset == null ? 0 : offset.offset());
                    })
                    .sum();
        }
    }
}
