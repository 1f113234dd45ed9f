package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/** What orders do to the figures that operators see. */
@OnSharedApi
class BusinessMetricsIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String CARD_NUMBER = "4929-1111-2222-7777";

    private final RunningApi api;

    BusinessMetricsIT(RunningApi api) {
        this.api = api;
    }

    @Test
    void orders_are_counted_by_what_becomes_of_them() {
        long customer = api.customer(1_000);
        Exposition before = shown();

        String orderId = api.order(customer);
        order(
                customer,
                "{\"items\":[{\"productId\":%d,\"quantity\":3}],\"payment\":{\"method\":\"POINT\"}}"
                        .formatted(api.product(1, 1)));
        new Customer(api.shop(), customer).cancel(orderId);
        new Customer(api.shop(), customer).cancel(orderId);

        Exposition after = shown();
        assertThat(rise(before, after, "commerce_orders_placed_total", "method", "POINT"))
                .isOne();
        assertThat(rise(before, after, "commerce_orders_paid_total", "method", "POINT"))
                .isOne();
        assertThat(rise(before, after, "commerce_orders_refused_total", "code", "OUT_OF_STOCK"))
                .isOne();
        assertThat(rise(before, after, "commerce_orders_canceled_total", "reason", "CUSTOMER"))
                .isOne();
        assertThat(rise(before, after, "commerce_orders_placed_total", "method", "CARD"))
                .isZero();
    }

    @Test
    void an_order_that_is_sent_again_with_its_key_counts_once() {
        long customer = api.customer(1_000);
        String body = "{\"items\":[{\"productId\":%d,\"quantity\":1}],\"payment\":{\"method\":\"POINT\"}}"
                .formatted(api.product(1, 5));
        Exposition before = shown();

        for (int time = 0; time < 3; time++) {
            assertThat(api.shop()
                            .customer(customer, "POST", "/api/v1/orders", body, "Idempotency-Key", "once-" + customer)
                            .status())
                    .isEqualTo(201);
        }

        assertThat(rise(before, shown(), "commerce_orders_placed_total", "method", "POINT"))
                .isOne();
    }

    @Test
    void payments_that_the_gateway_does_not_decide_are_shown_with_their_age_and_so_is_the_end_of_one() {
        long customer = api.customer(0);
        // A payment that is canceled with an attempt under way ends with it, also one of others.
        TableContents.settled(api.database());
        Exposition before = shown();

        String orderId = new Customer(api.shop(), customer)
                .orderByCard(api.product(100, 1), 1, 0, CARD_NUMBER)
                .text("orderId");

        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(shown().sum("commerce_payments_unsettled", Map.of("status", "PENDING")))
                    .isPositive();
            assertThat(shown().sum("commerce_payments_undecided_age_seconds", Map.of()))
                    .isPositive();
        });
        new Customer(api.shop(), customer).cancel(orderId);
        await().atMost(LIMIT).untilAsserted(() -> {
            Exposition after = shown();
            assertThat(rise(before, after, "commerce_orders_placed_total", "method", "CARD"))
                    .isOne();
            assertThat(rise(before, after, "commerce_payments_settled_total", "status", "EXPIRED"))
                    .isOne();
            assertThat(rise(before, after, "commerce_payment_certainty_seconds_count", "status", "EXPIRED"))
                    .isOne();
        });
    }

    @Test
    void an_event_that_cannot_leave_is_a_backlog_that_grows_old() {
        long written = System.nanoTime();
        write("INSERT INTO outbox (shard, topic, message_key, event_id, type, event_time, event_day, payload)"
                + " VALUES (99, 'nowhere', 'k', 'stuck', 'OrderCreated', UTC_TIMESTAMP(6) - INTERVAL 10 MINUTE,"
                + " UTC_DATE, '{}'), (99, 'nowhere', 'k', 'behind', 'OrderCreated', UTC_TIMESTAMP(6), UTC_DATE, '{}')");
        try {
            await().atMost(LIMIT).untilAsserted(() -> {
                assertThat(shown().sum("commerce_outbox_events", Map.of())).isGreaterThanOrEqualTo(2);
                assertThat(shown().sum("commerce_outbox_age_seconds", Map.of()))
                        .isBetween(600.0, 601 + (System.nanoTime() - written) / 1e9);
            });
        } finally {
            write("DELETE FROM outbox WHERE topic = 'nowhere'");
        }
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(shown().sum("commerce_outbox_age_seconds", Map.of()))
                        .isLessThan(60));
    }

    @Test
    void an_audit_shows_each_invariant() {
        assertThat(api.shop().operator("/api/v1/ops/audit").status()).isEqualTo(200);

        List<String> invariants = shown().startingWith("commerce_invariant_violations").stream()
                .filter(series -> !Double.isNaN(series.value()))
                .map(series -> series.labels().get("invariant"))
                .toList();
        assertThat(invariants)
                .containsExactlyInAnyOrder("stock", "points", "coupons", "payments", "events", "catalogue", "gateway");
    }

    @Test
    void names_follow_the_conventions_and_no_tag_grows_with_the_business() {
        api.order(api.customer(1_000));

        Exposition shown = await().atMost(LIMIT).until(this::shown, seen -> ran(seen, "observe-commerce"));

        assertThat(shown.types().keySet().stream().filter(name -> name.startsWith("commerce_")))
                .hasSizeGreaterThan(10)
                .allMatch(name -> name.matches("[a-z]+(_[a-z]+)+"));
        assertThat(shown.types().entrySet().stream()
                        .filter(type -> type.getKey().startsWith("commerce_")
                                && type.getValue().equals("counter")))
                .allMatch(type -> type.getKey().endsWith("_total"));
        assertThat(shown.startingWith("commerce_").stream()
                        .collect(Collectors.groupingBy(Exposition.Series::name, Collectors.counting())))
                .allSatisfy((name, number) -> assertThat(number).as(name).isLessThanOrEqualTo(40));
        assertThat(shown.series())
                .flatExtracting(series -> series.labels().values())
                .noneMatch(value -> value.toString().matches(".*[0-9a-f]{8}-[0-9a-f]{4}-.*"));
        assertThat(shown.startingWith("http_server_requests_seconds_count"))
                .extracting(series -> series.labels().get("uri"))
                .noneMatch(uri -> uri.matches(".*/\\d+(/.*)?"));
        assertThat(ran(shown, "place-order")).isTrue();
    }

    @Test
    void what_is_under_way_is_read_from_indexes_alone() throws IOException {
        try (InputStream sql = getClass().getResourceAsStream("/sql/observation/commerce.sql")) {
            String query = new String(sql.readAllBytes(), StandardCharsets.UTF_8);

            List<Map<String, Object>> plan = api.database().queryForList("EXPLAIN " + query);

            assertThat(plan)
                    .filteredOn(step -> "payment".equals(step.get("table")))
                    .hasSize(3)
                    .allSatisfy(step -> {
                        assertThat(step.get("key")).isEqualTo("ix_payment_status");
                        assertThat(step.get("Extra").toString()).contains("Using index");
                    });
            assertThat(plan)
                    .filteredOn(step -> "payment_transaction".equals(step.get("table")))
                    .singleElement()
                    .satisfies(step -> assertThat(step.get("key")).isEqualTo("ix_payment_transaction_refund"));
            assertThat(plan)
                    .filteredOn(step -> "outbox".equals(step.get("table")))
                    .hasSize(2)
                    .allSatisfy(
                            step -> assertThat(step.get("key")).as("%s", step).isNotNull());
            assertThat(plan).noneMatch(step -> "ALL".equals(step.get("type")) && "p".equals(step.get("table")));
        }
    }

    private void order(long customer, String body) {
        api.shop().customer(customer, "POST", "/api/v1/orders", body);
    }

    private void write(String sql) {
        api.context()
                .getBean(TransactionOperations.class)
                .executeWithoutResult(open -> api.database().update(sql));
    }

    private Exposition shown() {
        return Exposition.of(api.shop().baseUrl());
    }

    private static boolean ran(Exposition shown, String routeId) {
        return shown.sum("camel_route_policy_seconds_count", Map.of("routeId", routeId)) > 0;
    }

    private static double rise(Exposition before, Exposition after, String name, String label, String value) {
        return after.sum(name, Map.of(label, value)) - before.sum(name, Map.of(label, value));
    }
}
