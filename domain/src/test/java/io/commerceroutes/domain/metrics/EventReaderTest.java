package io.commerceroutes.domain.metrics;

import static io.commerceroutes.domain.metrics.Events.ID;
import static io.commerceroutes.domain.metrics.Events.NOW;
import static io.commerceroutes.domain.metrics.Events.item;
import static io.commerceroutes.domain.metrics.Events.order;
import static io.commerceroutes.domain.metrics.Events.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    @Test
    void a_view_counts_one_on_the_business_day_of_its_time() {
        EventReading reading = read("ProductViewed", NOW, Map.of("productId", 7));

        assertThat(reading)
                .isEqualTo(new EventReading.Countable(
                        new EventKey(LocalDate.parse("2026-11-22"), ID),
                        LocalDate.parse("2026-11-23"),
                        List.of(new ProductDelta(7, new ProductCounts(1, 0, 0, 0, 0)))));
    }

    @Test
    void a_like_adds_one_and_an_unlike_takes_one_off() {
        assertThat(countsOf(read("ProductLiked", NOW, Map.of("productId", 7L))))
                .containsExactly(new ProductCounts(0, 1, 0, 0, 0));
        assertThat(countsOf(read("ProductUnliked", NOW, Map.of("productId", 7L))))
                .containsExactly(new ProductCounts(0, -1, 0, 0, 0));
    }

    @Test
    void a_created_order_counts_once_for_each_of_its_products_on_the_day_it_was_created() {
        EventReading reading =
                read("OrderCreated", NOW, order(null, item(1, 2, 500), item(2, 1, 300), item(1, 1, 500)));

        assertThat(reading)
                .isEqualTo(new EventReading.Countable(
                        EventKey.of(NOW, ID),
                        LocalDate.parse("2026-11-23"),
                        List.of(
                                new ProductDelta(1, new ProductCounts(0, 0, 1, 0, 0)),
                                new ProductDelta(2, new ProductCounts(0, 0, 1, 0, 0)))));
    }

    @Test
    void a_paid_order_counts_units_and_amount_on_the_day_of_its_payment() {
        EventReading reading = read("OrderPaid", NOW, order("2026-11-22T23:59:59+09:00", item(1, 2, 500)));

        assertThat(reading).isInstanceOfSatisfying(EventReading.Countable.class, countable -> {
            assertThat(countable.businessDay()).isEqualTo("2026-11-22");
            assertThat(countable.deltas()).containsExactly(new ProductDelta(1, new ProductCounts(0, 0, 0, 2, 1_000)));
        });
    }

    @Test
    void a_canceled_order_that_was_paid_takes_back_on_the_day_of_its_payment() {
        EventReading reading =
                read("OrderCanceled", NOW, order("2026-09-01T10:00:00Z", item(1, 2, 500), item(2, 1, 0)));

        assertThat(reading).isInstanceOfSatisfying(EventReading.Countable.class, countable -> {
            assertThat(countable.businessDay()).isEqualTo("2026-09-01");
            assertThat(countsOf(countable))
                    .containsExactly(new ProductCounts(0, 0, 0, -2, -1_000), new ProductCounts(0, 0, 0, -1, 0));
        });
    }

    @Test
    void a_canceled_order_that_was_never_paid_counts_nothing() {
        Map<String, Object> unpaid = order(null, item(1, 2, 500));

        assertThat(read("OrderCanceled", NOW, unpaid)).isEqualTo(new EventReading.Skipped("OrderCanceled", true));
    }

    @Test
    void a_changed_product_brings_its_name() {
        EventReading reading = read("ProductChanged", NOW, Map.of("productId", 3, "name", "Tea", "price", 10));

        assertThat(reading).isEqualTo(new EventReading.NameChange(EventKey.of(NOW, ID), 3, "Tea", NOW));
    }

    @Test
    void types_that_are_not_counted_are_skipped_whatever_they_carry() {
        assertThat(read("PaymentRequested", NOW, Map.of()))
                .isEqualTo(new EventReading.Skipped("PaymentRequested", true));
        assertThat(read("SomethingNew", NOW, Map.of())).isEqualTo(new EventReading.Skipped("SomethingNew", false));
    }

    private static List<ProductCounts> countsOf(EventReading reading) {
        return ((EventReading.Countable) reading)
                .deltas().stream().map(ProductDelta::counts).toList();
    }
}
