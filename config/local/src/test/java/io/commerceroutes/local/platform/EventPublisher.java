package io.commerceroutes.local.platform;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts events on topics as the transaction side does. */
final class EventPublisher implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    EventPublisher(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void view(String topic, UUID id, Instant time, long productId) {
        send(topic, id, "ProductViewed", time, "{\"productId\":%d}".formatted(productId));
    }

    /** @param type OrderPaid, or OrderCanceled of an order that was paid */
    void sale(String topic, UUID id, String type, Instant paidAt, long productId, int quantity, long price) {
        send(
                topic,
                id,
                type,
                paidAt,
                "{\"orderId\":\"A\",\"items\":[{\"productId\":%d,\"quantity\":%d,\"price\":%d}],\"paidAt\":\"%s\"}"
                        .formatted(productId, quantity, price, paidAt));
    }

    void send(String topic, UUID id, String type, Instant time, String json) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, id.toString(), json.getBytes(StandardCharsets.UTF_8));
        Map.of("ce_id", id.toString(), "ce_type", type, "ce_time", time.toString(), "ce_specversion", "1.0")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
    }

    /** Whatever it is. */
    void put(String topic, String key, byte[] value, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
