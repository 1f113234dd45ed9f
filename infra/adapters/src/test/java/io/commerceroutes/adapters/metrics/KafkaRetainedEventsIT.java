package io.commerceroutes.adapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.domain.recount.CommittedOffsets;
import io.commerceroutes.domain.recount.CommittedOffsets.Place;
import io.commerceroutes.domain.recount.RetainedEvents;
import io.commerceroutes.domain.recount.RetainedRecord;
import io.commerceroutes.embedded.EmbeddedServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KafkaRetainedEventsIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final long BEGIN_MILLIS = Instant.now().toEpochMilli();

    private final String topic = "retained-" + UUID.randomUUID();
    private final String group = topic + "-group";
    private Admin admin;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void makeTopic() throws Exception {
        admin = Admin.create(Map.of("bootstrap.servers", brokers()));
        admin.createTopics(List.of(new NewTopic(topic, Optional.of(2), Optional.empty())))
                .all()
                .get();
        awaitKnown();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers()), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The broker learns of it a little later than the controller, which has said that it is done. */
    private void awaitKnown() {
        await().atMost(TIMEOUT)
                .ignoreExceptions()
                .until(() -> admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                        .allMatch(partition -> partition.leader() != null));
    }

    @AfterEach
    void disconnect() {
        producer.close();
        admin.close();
    }

    @Test
    void all_that_is_there_is_read_with_its_envelope_and_nothing_that_comes_later() {
        for (int i = 0; i < 25; i++) {
            send(i % 2, i);
        }
        List<RetainedRecord> records;
        try (RetainedEvents.Reading reading = events(brokers()).open()) {
            send(0, 98);
            send(1, 99);
            records = readAll(reading);
            assertThat(reading.completeSince()).isEmpty();
        }

        assertThat(records).hasSize(25);
        RetainedRecord first = records.stream()
                .filter(record -> record.partition() == 1 && record.offset() == 0)
                .findAny()
                .orElseThrow();
        assertThat(first.topic()).isEqualTo(topic);
        assertThat(first.envelope().id()).isEqualTo("id-1");
        assertThat(first.envelope().type()).isNull();
        assertThat(first.envelope().recordedAt()).isEqualTo(Instant.ofEpochMilli(BEGIN_MILLIS + 1));
        assertThat(new String(first.value(), StandardCharsets.UTF_8)).isEqualTo("1");
    }

    @Test
    void where_records_were_dropped_it_says_since_when_all_are_there() throws Exception {
        for (int i = 0; i < 10; i++) {
            send(0, i);
            send(1, 100 + i);
        }
        producer.flush();
        admin.deleteRecords(Map.of(
                        new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(4),
                        new TopicPartition(topic, 1), RecordsToDelete.beforeOffset(2)))
                .all()
                .get();
        try (RetainedEvents.Reading reading = events(brokers()).open()) {
            assertThat(readAll(reading)).hasSize(14);
            assertThat(reading.completeSince()).contains(Instant.ofEpochMilli(BEGIN_MILLIS + 102));
        }
    }

    @Test
    void it_says_how_far_the_group_has_come_and_joins_none() throws Exception {
        TopicPartition partition = new TopicPartition(topic, 1);
        admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(7)))
                .all()
                .get();

        assertThat(events(brokers()).committed()).isEqualTo(new CommittedOffsets(Map.of(new Place(topic, 1), 7L)));
        try (RetainedEvents.Reading reading = events(brokers()).open()) {
            readAll(reading);
        }
        assertThat(events(brokers()).committed()).isEqualTo(new CommittedOffsets(Map.of(new Place(topic, 1), 7L)));
    }

    @Test
    @Timeout(30)
    void a_kafka_that_is_away_is_not_waited_for_for_ever() {
        KafkaRetainedEvents away = new KafkaRetainedEvents(
                new KafkaRetainedEvents.Settings("127.0.0.1:1", List.of(topic), group, Duration.ofMillis(500), 10));

        assertThatThrownBy(away::committed).hasMessageContaining("how far");
        assertThatThrownBy(away::open).isInstanceOf(RuntimeException.class);
    }

    private KafkaRetainedEvents events(String brokers) {
        return new KafkaRetainedEvents(new KafkaRetainedEvents.Settings(brokers, List.of(topic), group, TIMEOUT, 10));
    }

    private static List<RetainedRecord> readAll(RetainedEvents.Reading reading) {
        List<RetainedRecord> records = new ArrayList<>();
        while (reading.hasMore()) {
            List<RetainedRecord> polled = reading.poll();
            assertThat(polled).hasSizeLessThanOrEqualTo(10);
            records.addAll(polled);
        }
        return records;
    }

    private void send(int partition, int number) {
        byte[] text = Integer.toString(number).getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, partition, BEGIN_MILLIS + number, text, text);
        record.headers().add("ce_id", ("id-" + number).getBytes(StandardCharsets.UTF_8));
        producer.send(record);
        producer.flush();
    }

    private static String brokers() {
        return Optional.ofNullable(System.getenv("KAFKA_BOOTSTRAP_SERVERS"))
                .orElseGet(() -> EmbeddedServers.shared().kafka().bootstrapServers());
    }
}
