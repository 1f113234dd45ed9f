package io.commerceroutes.adapters.metrics;

import io.commerceroutes.domain.metrics.EventEnvelope;
import io.commerceroutes.domain.recount.RetainedEvents;
import io.commerceroutes.domain.recount.RetainedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** One pass over partitions, from the first record that each still holds to the end that it had when this began. */
final class KafkaReading implements RetainedEvents.Reading {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final Duration silenceMax;
    private final Map<TopicPartition, Long> ends;
    /** Those that have dropped records, until their first one is seen. */
    private final Set<TopicPartition> shortened;

    private Instant completeSince;
    private long lastRecordNanos = System.nanoTime();

    KafkaReading(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Duration silenceMax) {
        this.consumer = consumer;
        this.silenceMax = silenceMax;
        ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        shortened = begins.entrySet().stream()
                .filter(begin -> begin.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    @Override
    public boolean hasMore() {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    @Override
    public List<RetainedRecord> poll() {
        List<RetainedRecord> records = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> polled : consumer.poll(POLL)) {
            lastRecordNanos = System.nanoTime();
            TopicPartition partition = new TopicPartition(polled.topic(), polled.partition());
            if (polled.offset() < ends.get(partition)) {
                noteFirst(partition, polled);
                records.add(retained(polled));
            } else {
                consumer.pause(List.of(partition));
            }
        }
        if (System.nanoTime() - lastRecordNanos > silenceMax.toNanos()) {
            throw new IllegalStateException("Kafka has sent nothing for " + silenceMax);
        }
        return records;
    }

    @Override
    public Optional<Instant> completeSince() {
        return Optional.ofNullable(completeSince);
    }

    @Override
    public void close() {
        consumer.close(silenceMax);
    }

    private void noteFirst(TopicPartition partition, ConsumerRecord<?, ?> first) {
        if (shortened.remove(partition)) {
            Instant time = Instant.ofEpochMilli(first.timestamp());
            completeSince = completeSince == null || time.isAfter(completeSince) ? time : completeSince;
        }
    }

    private static RetainedRecord retained(ConsumerRecord<byte[], byte[]> polled) {
        EventEnvelope envelope = new EventEnvelope(
                text(polled, "ce_id"),
                text(polled, "ce_type"),
                text(polled, "ce_time"),
                Instant.ofEpochMilli(polled.timestamp()));
        return new RetainedRecord(polled.topic(), polled.partition(), polled.offset(), envelope, polled.value());
    }

    private static String text(ConsumerRecord<?, ?> polled, String name) {
        Header header = polled.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
