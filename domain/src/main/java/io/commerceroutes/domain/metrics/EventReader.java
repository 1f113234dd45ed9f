package io.commerceroutes.domain.metrics;

import static io.commerceroutes.domain.metrics.EventLimits.ITEMS_MAX;
import static io.commerceroutes.domain.metrics.EventLimits.NAME_LENGTH_MAX;
import static io.commerceroutes.domain.metrics.EventLimits.ORDER_AMOUNT_MAX;
import static io.commerceroutes.domain.metrics.EventLimits.QUANTITY_MAX;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Decides what a record means to the counts: which day, which products, by how much, or why not at all. */
public final class EventReader {
    private static final Set<String> COUNTED = Set.of(
            "ProductViewed",
            "ProductLiked",
            "ProductUnliked",
            "ProductChanged",
            "OrderCreated",
            "OrderPaid",
            "OrderCanceled");
    private static final Set<String> KNOWN =
            Set.of("PaymentRequested", "PaymentApproved", "PaymentDeclined", "PaymentExpired", "PaymentRefunded");

    private final BusinessCalendar calendar;
    private final EventLimits limits;
    private final Clock clock;

    public EventReader(BusinessCalendar calendar, EventLimits limits, Clock clock) {
        this.calendar = calendar;
        this.limits = limits;
        this.clock = clock;
    }

    /** Tells from the envelope alone that a record is of no interest, so that its payload need not be parsed. */
    public boolean skips(EventEnvelope envelope) {
        return envelope.type() != null && !COUNTED.contains(envelope.type());
    }

    /**
     * Reads one event.
     *
     * @param payload the JSON object parsed into maps, lists, texts and numbers; ignored for a type that is skipped
     */
    public EventReading read(EventEnvelope envelope, Map<String, ?> payload) {
        if (skips(envelope)) {
            return new EventReading.Skipped(envelope.type(), KNOWN.contains(envelope.type()));
        }
        try {
            return readCounted(envelope, new PayloadFields(payload));
        } catch (RejectedEventException rejected) {
            return new EventReading.Rejected(rejected.getMessage());
        }
    }

    private EventReading readCounted(EventEnvelope envelope, PayloadFields payload) {
        if (envelope.type() == null) {
            throw new RejectedEventException("ce_type is missing");
        }
        Instant time = acceptedTime(envelope);
        EventKey key = EventKey.of(time, id(envelope.id()));
        return switch (envelope.type()) {
            case "ProductViewed" -> ofProduct(key, time, payload, ProductCounts.ONE_VIEW);
            case "ProductLiked" -> ofProduct(key, time, payload, ProductCounts.ONE_LIKE);
            case "ProductUnliked" -> ofProduct(key, time, payload, ProductCounts.ONE_LIKE.negated());
            case "ProductChanged" ->
                new EventReading.NameChange(key, productId(payload), payload.text("name", NAME_LENGTH_MAX), time);
            case "OrderCreated" -> order(key, payload, time);
            case "OrderPaid" -> sale(key, payload, time);
            default -> cancellation(key, payload, time);
        };
    }

    private EventReading ofProduct(EventKey key, Instant time, PayloadFields payload, ProductCounts counts) {
        return new EventReading.Countable(
                key, calendar.dayOf(time), List.of(new ProductDelta(productId(payload), counts)));
    }

    private EventReading.Countable order(EventKey key, PayloadFields payload, Instant time) {
        List<ProductDelta> deltas = payload.objects("items", ITEMS_MAX).stream()
                .map(EventReader::productId)
                .distinct()
                .map(productId -> new ProductDelta(productId, ProductCounts.ONE_ORDER))
                .toList();
        return new EventReading.Countable(key, calendar.dayOf(time), deltas);
    }

    private EventReading.Countable sale(EventKey key, PayloadFields payload, Instant time) {
        Instant paidAt = payload.time("paidAt");
        if (paidAt.isAfter(time.plus(limits.clockSkew())) || paidAt.isBefore(time.minus(limits.paidAge()))) {
            throw new RejectedEventException("paidAt is out of range");
        }
        List<ProductDelta> deltas = new ArrayList<>();
        long total = 0;
        for (PayloadFields item : payload.objects("items", ITEMS_MAX)) {
            long quantity = item.number("quantity", 1, QUANTITY_MAX);
            long price = item.number("price", 0, ORDER_AMOUNT_MAX / quantity);
            total += price * quantity;
            deltas.add(new ProductDelta(productId(item), ProductCounts.sale(quantity, price * quantity)));
        }
        if (total > ORDER_AMOUNT_MAX) {
            throw new RejectedEventException("items amount to more than " + ORDER_AMOUNT_MAX);
        }
        return new EventReading.Countable(key, calendar.dayOf(paidAt), deltas);
    }

    private EventReading cancellation(EventKey key, PayloadFields payload, Instant time) {
        if (!payload.has("paidAt")) {
            return new EventReading.Skipped("OrderCanceled", true);
        }
        EventReading.Countable sale = sale(key, payload, time);
        List<ProductDelta> takenBack = sale.deltas().stream()
                .map(delta -> new ProductDelta(delta.productId(), delta.counts().negated()))
                .toList();
        return new EventReading.Countable(key, sale.businessDay(), takenBack);
    }

    private Instant acceptedTime(EventEnvelope envelope) {
        Instant time = PayloadFields.instant("ce_time", envelope.time());
        Instant now = clock.instant();
        if (time.isAfter(now.plus(limits.clockSkew()))) {
            throw new RejectedEventException("ce_time lies in the future");
        }
        boolean late = time.isBefore(envelope.recordedAt().minus(limits.acceptedLateness()));
        if (late || time.isBefore(now.minus(limits.ageMax()))) {
            throw new RejectedEventException("ce_time lies beyond the accepted lateness");
        }
        return time;
    }

    private static long productId(PayloadFields payload) {
        return payload.number("productId", 1, Long.MAX_VALUE);
    }

    private static UUID id(String text) {
        if (text == null) {
            throw new RejectedEventException("ce_id is missing");
        }
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException notAnId) {
            // falls through: the JDK also accepts shortened forms, which are refused alike
        }
        throw new RejectedEventException("ce_id is not a UUID");
    }
}
