package io.commerceroutes.domain.metrics;

import static io.commerceroutes.domain.metrics.Events.NOW;
import static io.commerceroutes.domain.metrics.Events.assertRejected;
import static io.commerceroutes.domain.metrics.Events.item;
import static io.commerceroutes.domain.metrics.Events.order;
import static io.commerceroutes.domain.metrics.Events.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A payload that cannot be true is rejected, and the reason names the field. */
class EventPayloadTest {
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T15:35:01Z", "2024-01-01T00:00:00Z", "soon"})
    void a_payment_time_that_cannot_be_is_rejected(String paidAt) {
        assertRejected(read("OrderPaid", NOW, order(paidAt, item(1, 1, 1))), "paidAt");
    }

    @Test
    void an_order_paid_needs_its_payment_time() {
        assertRejected(read("OrderPaid", NOW, order(null, item(1, 1, 1))), "paidAt");
    }

    @Test
    void numbers_must_be_whole_and_in_range() {
        for (Object wrong : Arrays.asList(null, "1", 1.0, 0, -1, new BigInteger("9223372036854775808"))) {
            Map<String, Object> payload = new HashMap<>();
            payload.put("productId", wrong);
            assertRejected(read("ProductViewed", NOW, payload), "productId");
        }
        assertRejected(read("OrderPaid", NOW, order(NOW.toString(), item(1, 0, 1))), "quantity");
        assertRejected(read("OrderPaid", NOW, order(NOW.toString(), item(1, 1_000_001, 1))), "quantity");
        assertRejected(read("OrderPaid", NOW, order(NOW.toString(), item(1, 1, -1))), "price");
        assertRejected(read("OrderPaid", NOW, order(NOW.toString(), item(1, 2, 500_000_000_000_001L))), "price");
        assertRejected(
                read(
                        "OrderPaid",
                        NOW,
                        order(NOW.toString(), item(1, 2, 300_000_000_000_000L), item(2, 2, 300_000_000_000_000L))),
                "amount");
    }

    @Test
    void items_must_be_a_list_of_objects_of_bearable_length() {
        for (Object wrong : Arrays.asList(null, "x", List.of(), List.of("x"))) {
            Map<String, Object> payload = order(NOW.toString());
            payload.put("items", wrong);
            assertRejected(read("OrderPaid", NOW, payload), "items");
        }
        Map<String, Object> long_ = order(NOW.toString());
        long_.put("items", Collections.nCopies(1_001, item(1, 1, 1)));
        assertRejected(read("OrderPaid", NOW, long_), "items");
    }

    @Test
    void a_name_must_be_there_and_not_endless() {
        for (String wrong : Arrays.asList(null, "", "  ", "x".repeat(256))) {
            Map<String, Object> payload = new HashMap<>(Map.of("productId", 1));
            payload.put("name", wrong);
            assertRejected(read("ProductChanged", NOW, payload), "name");
        }
    }

    @Test
    void what_lies_just_within_its_range_is_counted() {
        Map<String, Object> largest =
                order(NOW.toString(), item(Long.MAX_VALUE, 1_000_000, 500_000_000), item(1, 1, 500_000_000_000_000L));
        Map<String, Object> longest = order(NOW.toString());
        longest.put("items", Collections.nCopies(1_000, item(1, 1, 0)));
        Map<String, Object> named = Map.of("productId", 1, "name", "x".repeat(255));

        assertThat(read("OrderPaid", NOW, largest)).isInstanceOf(EventReading.Countable.class);
        assertThat(read("OrderPaid", NOW, longest)).isInstanceOf(EventReading.Countable.class);
        assertThat(read("ProductChanged", NOW, named)).isInstanceOf(EventReading.NameChange.class);
    }
}
