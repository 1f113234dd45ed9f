package io.commerceroutes.adapters.metrics;

import io.commerceroutes.domain.recount.CommittedOffsets;
import io.commerceroutes.domain.recount.RetainedEvents;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the collector's topics with a consumer that belongs to no group, so that it disturbs nobody. */
public class KafkaRetainedEvents implements RetainedEvents {
    private final Settings settings;

    /**
     * Where and how to read.
     *
     * @param group whose offsets say how far the collector has come
     * @param timeout of each request, and how long Kafka may have nothing to say before reading fails
     * @param batchSize records that one poll answers at most
     */
    public record Settings(
            String bootstrapServers, List<String> topics, String group, Duration timeout, int batchSize) {}

    public KafkaRetainedEvents(Settings settings) {
        this.settings = settings;
    }

    @Override
    public CommittedOffsets committed() {
        try (Admin admin = Admin.create(client())) {
            return new CommittedOffsets(admin
                    .listConsumerGroupOffsets(settings.group())
                    .partitionsToOffsetAndMetadata()
                    .get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .entrySet()
                    .stream()
                    .filter(partition -> partition.getValue() != null)
                    .collect(Collectors.toMap(
                            partition -> placeOf(partition.getKey()),
                            partition -> partition.getValue().offset())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for offsets", stopped);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("Kafka did not say how far the collector has come", failure);
        }
    }

    @Override
    public Reading open() {
        Map<String, Object> client = client();
        client.put("enable.auto.commit", false);
        client.put("auto.offset.reset", "earliest");
        client.put("allow.auto.create.topics", false);
        client.put("max.poll.records", settings.batchSize());
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            return new KafkaReading(consumer, partitions(consumer), settings.timeout());
        } catch (RuntimeException failure) {
            consumer.close();
            throw failure;
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        return settings.topics().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private Map<String, Object> client() {
        int timeoutMillis = Math.toIntExact(settings.timeout().toMillis());
        return new HashMap<>(Map.of(
                "bootstrap.servers", settings.bootstrapServers(),
                "default.api.timeout.ms", timeoutMillis,
                "request.timeout.ms", timeoutMillis));
    }

    static CommittedOffsets.Place placeOf(TopicPartition partition) {
        return new CommittedOffsets.Place(partition.topic(), partition.partition());
    }
}
