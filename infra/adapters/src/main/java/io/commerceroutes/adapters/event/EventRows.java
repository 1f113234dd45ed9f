package io.commerceroutes.adapters.event;

import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.event.EventType;
import io.commerceroutes.domain.event.Identifiers;
import io.commerceroutes.domain.event.OrderEvent;
import io.commerceroutes.domain.event.Outbox;
import io.commerceroutes.domain.event.TraceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;

/** Adds events to the writes of a transaction: to the histories that are kept, and to the outbox they leave from. */
public class EventRows {
    private static final String OUTBOX = "INSERT INTO outbox"
            + " (shard, topic, message_key, event_id, type, event_time, event_day, traceparent, payload)";
    private static final String OUTBOX_IF = OUTBOX + " SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? FROM DUAL WHERE ";
    private static final String ORDER_EVENT = "INSERT INTO order_event (order_id, type, event_id, created_at)";
    private static final String PAYMENT_EVENT = "INSERT INTO payment_event (order_id, type, created_at)";

    private final EventTopics topics;
    private final EventPayloads payloads;
    private final Identifiers identifiers;
    private final TraceContext trace;
    private final ApplicationEventPublisher application;

    public EventRows(
            EventTopics topics,
            EventPayloads payloads,
            Identifiers identifiers,
            TraceContext trace,
            ApplicationEventPublisher application) {
        this.topics = topics;
        this.payloads = payloads;
        this.identifiers = identifiers;
        this.trace = trace;
        this.application = application;
    }

    /** Also tells the application of them; part of the caller's transaction. */
    public void append(StatementBatch batch, List<OrderEvent> events) {
        List<Object[]> orderEvents = new ArrayList<>(events.size());
        List<Object[]> paymentEvents = new ArrayList<>(events.size());
        List<Object[]> outbox = new ArrayList<>(events.size());
        for (OrderEvent event : events) {
            String orderId = event.order().orderId();
            String type = event.type().wireName();
            String eventId = identifiers.next();
            if (event.ofPayment()) {
                paymentEvents.add(new Object[] {orderId, type, Utc.of(event.at())});
            } else {
                orderEvents.add(new Object[] {orderId, type, eventId, Utc.of(event.at())});
            }
            String topic = event.ofPayment() ? topics.payments() : topics.orders();
            outbox.add(outboxRow(topic, orderId, eventId, event.type(), event.at(), payloads.of(event)));
        }
        batch.insert(ORDER_EVENT, orderEvents)
                .insert(PAYMENT_EVENT, paymentEvents)
                .insert(OUTBOX, outbox);
        application.publishEvent(new OrderEventsWritten(events));
    }

    /** Tells that a product is new, or has another name or price. */
    public void appendProductChanged(StatementBatch batch, long productId, String name, long price, Instant at) {
        String payload = payloads.productChanged(productId, name, price);
        batch.insert(
                OUTBOX,
                List.<Object[]>of(outboxRow(
                        topics.catalog(),
                        Long.toString(productId),
                        identifiers.next(),
                        EventType.PRODUCT_CHANGED,
                        at,
                        payload)));
    }

    /**
     * Tells that a customer likes a product, or does so no longer, if {@code condition} holds when this is written.
     *
     * @param bound what the condition's question marks stand for
     */
    public void appendLikeIf(
            StatementBatch batch,
            EventType type,
            String eventId,
            long productId,
            Instant at,
            String condition,
            Object... bound) {
        String key = Long.toString(productId);
        Stream<Object> event =
                Stream.of(outboxRow(topics.catalog(), key, eventId, type, at, payloads.productLiked(productId)));
        batch.updateAny(
                OUTBOX_IF + condition, Stream.concat(event, Stream.of(bound)).toArray());
    }

    private Object[] outboxRow(String topic, String key, String eventId, EventType type, Instant at, String payload) {
        return new Object[] {
            Outbox.shardOf(key),
            topic,
            key,
            eventId,
            type.wireName(),
            Utc.of(at),
            Utc.of(at).toLocalDate(),
            trace.traceparent().orElse(null),
            payload
        };
    }
}
