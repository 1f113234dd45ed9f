package io.commerceroutes.adapters.metrics;

import io.commerceroutes.domain.metrics.EventBacklog;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Compares the ends of the collector's topics with the offsets that its group has committed. */
public class KafkaEventBacklog implements EventBacklog, AutoCloseable {
    private final Map<String, Object> client;
    private final List<String> topics;
    private final String group;
    private Admin admin;

    /** @param timeout of each request */
    public KafkaEventBacklog(String bootstrapServers, List<String> topics, String group, Duration timeout) {
        int timeoutMillis = Math.toIntExact(timeout.toMillis());
        this.client = Map.of(
                "bootstrap.servers", bootstrapServers,
                "default.api.timeout.ms", timeoutMillis,
                "request.timeout.ms", timeoutMillis);
        this.topics = List.copyOf(topics);
        this.group = group;
    }

    @Override
    public synchronized Map<String, Long> waiting() {
        try {
            Map<TopicPartition, Long> begins = offsets(OffsetSpec.earliest());
            Map<TopicPartition, Long> ends = offsets(OffsetSpec.latest());
            Map<TopicPartition, OffsetAndMetadata> committed = admin().listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.entrySet().stream()
                    .collect(Collectors.groupingBy(
                            end -> end.getKey().topic(),
                            Collectors.summingLong(end -> end.getValue()
                                    - next(committed.get(end.getKey()), begins.get(end.getKey()), end.getValue()))));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for offsets", stopped);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Kafka did not say how far the collector is behind", failure);
        }
    }

    /** Where the group goes on: what retention took away waits for nobody, and nobody is ahead of the end. */
    private static long next(OffsetAndMetadata committed, long begin, long end) {
        return committed == null ? begin : Math.min(Math.max(committed.offset(), begin), end);
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = admin().describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(Function.identity(), partition -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin().listOffsets(asked).all().get().forEach((partition, told) -> offsets.put(partition, told.offset()));
        return offsets;
    }

    /** Made when it is first needed, since Kafka being away does not stop a role from starting. */
    private Admin admin() {
        if (admin == null) {
            admin = Admin.create(client);
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
