package io.commerceroutes.local.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What Kafka holds of each key, in its order, without repetitions. */
final class PublishedEvents {
    private final String brokers;

    PublishedEvents(String brokers) {
        this.brokers = brokers;
    }

    Map<String, List<String>> valuesByKey(String topic) {
        return byKey(topic, record -> text(record.value()));
    }

    Map<String, List<String>> headersByKey(String topic, String name) {
        return byKey(topic, record -> KafkaTopicCopy.header(record, name));
    }

    private Map<String, List<String>> byKey(String topic, Function<ConsumerRecord<byte[], byte[]>, String> shown) {
        Set<String> seen = new HashSet<>();
        Map<String, List<String>> firsts = new TreeMap<>();
        List<ConsumerRecord<byte[], byte[]>> records = KafkaTopicCopy.read(brokers, topic);
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (seen.add(KafkaTopicCopy.header(record, "ce_id"))) {
                firsts.computeIfAbsent(text(record.key()), key -> new ArrayList<>())
                        .add(shown.apply(record));
            }
        }
        System.out.printf("%s: %d events, %d repetitions%n", topic, seen.size(), records.size() - seen.size());
        return firsts;
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
