package io.commerceroutes.local.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends a drill's events as fast as Kafka takes them, as many as it was let; outlasts Kafka's absence. */
final class DrillLoad {
    private final DrillEvents events;
    private final DrillExpectation expectation;
    private final Clock clock;
    private final Duration limit;
    private final Semaphore released = new Semaphore(0);
    private final Set<String> spoiled = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** @param clock what the records are stamped with */
    DrillLoad(DrillEvents events, DrillExpectation expectation, Clock clock, Duration limit) {
        this.events = events;
        this.expectation = expectation;
        this.clock = clock;
        this.limit = limit;
    }

    void release(int more) {
        released.release(more);
    }

    /** Returns when Kafka holds as many. */
    void run(String bootstrapServers, int number) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings(bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            for (int sent = 0; sent < number; sent++) {
                if (!released.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("Waited for too long after %d events".formatted(sent));
                }
                DrillEvent event = events.next();
                expectation.add(event);
                send(producer, event);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        if (failure.get() != null) {
            throw new IllegalStateException("Kafka did not take all", failure.get());
        }
    }

    /** Where the records lie that are to become dead letters. */
    Set<String> spoiled() {
        return spoiled;
    }

    static String place(String topic, Object partition, Object offset) {
        return "%s-%s@%s".formatted(topic, partition, offset);
    }

    private void send(KafkaProducer<String, byte[]> producer, DrillEvent event) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(event.topic(), event.partition(), clock.millis(), event.key(), event.value());
        header(record, "ce_id", event.ceId());
        header(record, "ce_type", event.type());
        header(record, "ce_source", "/drill");
        header(record, "ce_specversion", "1.0");
        header(record, "ce_time", event.time().toString());
        header(record, "content-type", "application/json");
        producer.send(record, (written, refused) -> {
            if (refused != null) {
                failure.set(refused);
            } else if (!event.sound()) {
                spoiled.add(place(written.topic(), written.partition(), written.offset()));
            }
        });
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        if (value != null) {
            record.headers().add(name, value.getBytes(UTF_8));
        }
    }

    private Map<String, Object> settings(String bootstrapServers) {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                20,
                "batch.size",
                64 * 1024,
                "max.block.ms",
                limit.toMillis(),
                "delivery.timeout.ms",
                (int) limit.toMillis());
    }
}
