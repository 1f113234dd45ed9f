package io.commerceroutes.adapters.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.order.OrderFilter;
import io.commerceroutes.domain.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A customer's list must not grow with what others ordered, nor its count with what is in the rows. */
class OrderListPlansIT {
    private static final int ORDERS = 10_000;
    private static final int CUSTOMERS = 100;
    private static final int IDS = 20;
    private static final Instant FIRST = Instant.parse("2026-11-22T01:02:03Z");
    private static CommerceSchema schema;

    @BeforeAll
    static void fill() {
        schema = CommerceSchema.migrated();
        insert(
                "INSERT INTO orders (id, user_id, status, total_amount, discount_amount, points_used, payable_amount,"
                        + " created_at) VALUES (?, ?, ?, 1, 0, 0, 1, ?)",
                i -> new Object[] {id(i), i % CUSTOMERS, i % 10 == 0 ? "CANCELED" : "PAID", Utc.of(at(i))});
        insert(
                "INSERT INTO payment (order_id, user_id, method, status, amount, created_at, updated_at)"
                        + " VALUES (?, ?, 'POINT', 'APPROVED', 1, ?, ?)",
                i -> new Object[] {id(i), i % CUSTOMERS, Utc.of(at(i)), Utc.of(at(i))});
        insert(
                "INSERT INTO order_item (order_id, line, product_id, name, price, quantity)"
                        + " VALUES (?, ?, 1, 'Mug', 1, 1)",
                i -> new Object[] {id(i), 0});
        schema.jdbc().execute("ANALYZE TABLE orders, payment, order_item");
    }

    private static void insert(String sql, Function<Integer, Object[]> row) {
        schema.jdbc()
                .batchUpdate(sql, IntStream.range(0, ORDERS).boxed().map(row).toList());
    }

    private static String id(int order) {
        return "order-%05d".formatted(order);
    }

    private static Instant at(int order) {
        return FIRST.plusSeconds(order);
    }

    static Stream<OrderFilter> filters() {
        Optional<Instant> none = Optional.empty();
        Optional<Instant> from = Optional.of(FIRST.plus(Duration.ofMinutes(10)));
        Optional<Instant> until = Optional.of(FIRST.plus(Duration.ofHours(2)));
        return Stream.of(Optional.<OrderStatus>empty(), Optional.of(OrderStatus.CANCELED))
                .flatMap(status -> Stream.of(
                        new OrderFilter(7, status, none, none),
                        new OrderFilter(7, status, from, none),
                        new OrderFilter(7, status, none, until),
                        new OrderFilter(7, status, from, until)));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_page_is_read_from_the_index_alone_in_its_order(OrderFilter filter) {
        OrderSelection selection = OrderSelection.of(filter);
        List<Object> values = new ArrayList<>(selection.values());
        values.add(20);
        values.add(0);

        readsTheIndexAlone(plan(selection.page(), values));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void orders_are_counted_from_the_index_alone(OrderFilter filter) {
        OrderSelection selection = OrderSelection.of(filter);

        readsTheIndexAlone(plan(selection.count(), selection.values()));
    }

    private static void readsTheIndexAlone(List<Map<String, Object>> plan) {
        assertThat(plan).singleElement().satisfies(step -> {
            assertThat(step.get("key")).isEqualTo("ix_orders_user_newest");
            assertThat(step.get("type")).isIn("ref", "range");
            assertThat(Long.parseLong(step.get("rows").toString())).isLessThanOrEqualTo(ORDERS / CUSTOMERS);
            assertThat((String) step.get("Extra"))
                    .contains("Using index")
                    .doesNotContain("Using index condition", "filesort");
        });
    }

    @Test
    void the_orders_of_a_page_are_read_by_their_ids() {
        readsByKey(OrderRow.ORDERS);
        readsByKey(OrderRow.ITEMS);
    }

    private static void readsByKey(String query) {
        String marks = String.join(",", Collections.nCopies(IDS, "?"));
        List<Object> ids =
                IntStream.range(0, IDS).<Object>mapToObj(i -> id(i * CUSTOMERS)).toList();
        assertThat(plan(query.replace(":ids", marks), ids)).allSatisfy(step -> {
            assertThat(step.get("key")).isEqualTo("PRIMARY");
            assertThat(step.get("type")).isIn("range", "eq_ref", "ref");
        });
    }

    private static List<Map<String, Object>> plan(String query, List<Object> values) {
        return schema.jdbc().queryForList("EXPLAIN " + query, values.toArray());
    }
}
