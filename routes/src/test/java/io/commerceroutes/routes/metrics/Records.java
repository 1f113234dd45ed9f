package io.commerceroutes.routes.metrics;

import io.commerceroutes.routes.collector.CollectorFlowTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.support.DefaultExchange;

/** Makes records as the batching consumer hands them over, and remembers which offsets were committed. */
class Records {
    static final String CATALOG = "commerce.catalog.v1";
    static final String ORDERS = "commerce.orders.v1";

    private final CamelContext context;
    private final List<String> commits = new ArrayList<>();
    private long nextOffset;

    Records(CamelContext context) {
        this.context = context;
    }

    List<String> commits() {
        return commits;
    }

    Exchange view(UUID id, long productId) {
        return event(CATALOG, 0, id, "ProductViewed", "{\"productId\":%d}".formatted(productId));
    }

    Exchange view(long productId) {
        return view(UUID.randomUUID(), productId);
    }

    Exchange name(UUID id, long productId, String name) {
        return event(
                CATALOG,
                0,
                id,
                "ProductChanged",
                "{\"productId\":%d,\"name\":\"%s\",\"price\":1}".formatted(productId, name));
    }

    Exchange event(String topic, int partition, UUID id, String type, String json) {
        Exchange record = raw(topic, partition, json == null ? null : json.getBytes(StandardCharsets.UTF_8));
        record.getMessage().setHeader("ce_id", bytes(id.toString()));
        record.getMessage().setHeader("ce_type", bytes(type));
        record.getMessage().setHeader("ce_time", bytes(CollectorFlowTest.NOW.toString()));
        return record;
    }

    Exchange raw(String topic, int partition, byte[] value) {
        Exchange record = new DefaultExchange(context);
        long offset = nextOffset++;
        record.getMessage().setBody(value);
        record.getMessage().setHeader(KafkaConstants.TOPIC, topic);
        record.getMessage().setHeader(KafkaConstants.PARTITION, partition);
        record.getMessage().setHeader(KafkaConstants.OFFSET, offset);
        record.getMessage().setHeader(KafkaConstants.TIMESTAMP, CollectorFlowTest.NOW.toEpochMilli());
        record.getMessage().setHeader(KafkaConstants.KEY, bytes("key-" + offset));
        record.getMessage().setHeader(KafkaConstants.MANUAL_COMMIT, (KafkaManualCommit)
                () -> commits.add("%s-%d@%d".formatted(topic, partition, offset)));
        return record;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
