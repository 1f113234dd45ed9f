package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.app.Role;
import io.commerceroutes.embedded.LocalPort;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Card orders against the payment gateway's stand-in, which refuses, declines and fails. The build runs a short form;
 * the full one, with the gateway's own default scenario, is
 * {@code mvn verify -pl config/local -am -Dit.test=CardOrdersIT -Ddrill=full}.
 */
class CardOrdersIT {
    private static final String CARD_NUMBER = "4929-1111-2222-7777";
    private static final boolean FULL = "full".equals(System.getProperty("drill"));
    private static final int ORDERS = FULL ? 400 : 80;
    private static final Duration DECIDED_LIMIT = Duration.ofMinutes(5);
    private static final Duration OUTAGE = FULL ? Duration.ofSeconds(60) : Duration.ofSeconds(3);

    /** Fewer failures than the default's, and less waiting. */
    private static final String SHORT_SCENARIO =
            "{\"requestFailureRate\":0.1,\"requestDelayMs\":[10,50],\"settleDelayMs\":[100,500],"
                    + "\"settlementConcurrency\":32}";

    private static final String ALL_APPROVED = "{\"requestDelayMs\":[10,50],\"settleDelayMs\":[100,500],"
            + "\"requestFailureRate\":0,\"outcomes\":{\"SUCCESS\":1}}";

    /** The default gateway settles fewer orders than come in here; all else is as in the default. */
    private static final String MANY_SETTLEMENTS = "{\"settlementConcurrency\":128}";

    private static TestPlatform platform;
    private static ShopClient shop;
    private static ShopClient gateway;
    private static GatewayBooks books;

    @BeforeAll
    static void start() {
        int port = LocalPort.free();
        platform = new TestPlatform();
        gateway = new ShopClient(TestPlatform.baseUrl(platform.startSimulator(port)));
        platform.start(
                Role.API,
                Map.of(
                        "server.port",
                        port,
                        "commerce.payment.gateway-url",
                        gateway.baseUrl(),
                        "commerce.payment.callback-url",
                        "http://localhost:%d/api/v1/payments/callback".formatted(port)));
        shop = new ShopClient("http://127.0.0.1:" + port);
        books = new GatewayBooks(gateway, platform.jdbc(Role.API));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void setScenario() {
        play(FULL ? "{}" : SHORT_SCENARIO);
    }

    private static void playSteadily() {
        play(FULL ? MANY_SETTLEMENTS : SHORT_SCENARIO);
    }

    @Test
    void every_order_is_decided_and_every_won_is_where_it_belongs() {
        OrderLoad load = new OrderLoad(shop, Optional.of(CARD_NUMBER), () -> {});
        load.chargeEverybody(100_000_000);
        Map<Long, Long> points = books.pointsBesideOrders();
        load.run(ORDERS, 16, 7);
        assertThat(load.outcome().refused()).isEmpty();
        assertThat(load.outcome().canceled()).hasSize(ORDERS / 10);
        awaitAllDecided();

        books.assertAgreeWithOrders();
        assertThat(books.pointsBesideOrders()).isEqualTo(points);
        assertSound();
    }

    @Test
    void an_outage_of_the_gateway_delays_payments_and_no_customer() {
        SteadyOrders steadily = new SteadyOrders(shop, CARD_NUMBER);
        playSteadily();
        List<Long> without = steadily.during(OUTAGE);
        play("{\"outage\":true}");
        List<Long> during = steadily.during(OUTAGE);

        await().atMost(DECIDED_LIMIT).until(CardOrdersIT::breakerIsOpen);
        System.out.printf(
                "Answers to card orders, p99: %d ms without, %d ms with the gateway away%n",
                SteadyOrders.percentile99(without), SteadyOrders.percentile99(during));
        playSteadily();
        awaitAllDecided();
        await().atMost(DECIDED_LIMIT).until(() -> !breakerIsOpen());
        books.assertAgreeWithOrders();
        assertSound();
    }

    @Test
    void earned_points_that_were_spent_before_the_cancel_are_a_shortfall() {
        play(ALL_APPROVED);
        Customer customer = Customer.register(shop, "earner");
        Answer first = customer.orderByCard(31, 2, 0, CARD_NUMBER);
        long earned = first.body().path("payableAmount").asLong() / 100;
        awaitAllDecided();
        assertThat(customer.points()).isEqualTo(earned);
        Answer second = customer.orderByCard(31, 1, earned, CARD_NUMBER);
        long earnedAgain = second.body().path("payableAmount").asLong() / 100;
        awaitAllDecided();
        assertThat(customer.points()).isEqualTo(earnedAgain).isLessThan(earned);

        String canceled = first.text("orderId");
        customer.cancel(canceled);
        awaitAllDecided();

        assertThat(customer.movements())
                .containsExactly(
                        "REVOKE %d %s".formatted(-earnedAgain, canceled),
                        "EARN %d %s".formatted(earnedAgain, second.text("orderId")),
                        "USE %d %s".formatted(-earned, second.text("orderId")),
                        "EARN %d %s".formatted(earned, canceled));
        assertThat(customer.points()).isZero();
        assertThat(platform.jdbc(Role.API)
                        .queryForObject("SELECT amount FROM point_shortfall WHERE order_id = ?", Long.class, canceled))
                .isEqualTo(earned - earnedAgain);
        books.assertAgreeWithOrders();
        assertSound();
    }

    @Test
    void the_audit_finds_one_order_of_which_the_gateway_keeps_something_else() {
        play(ALL_APPROVED);
        Customer customer = Customer.register(shop, "audited");
        String paid = customer.orderByCard(32, 1, 0, CARD_NUMBER).text("orderId");
        String refunded = customer.orderByCard(32, 1, 0, CARD_NUMBER).text("orderId");
        awaitAllDecided();
        customer.cancel(refunded);
        awaitAllDecided();
        GatewayCheck check = new GatewayCheck(shop, platform.commerce());

        check.agrees(2);
        check.turnsRed(
                paid,
                "UPDATE orders SET payable_amount = payable_amount + 1, total_amount = total_amount + 1 WHERE id = ?",
                "UPDATE orders SET payable_amount = payable_amount - 1, total_amount = total_amount - 1 WHERE id = ?");
        check.turnsRed(
                refunded,
                "UPDATE payment_transaction SET refund_state = 'FAILED' WHERE order_id = ?",
                "UPDATE payment_transaction SET refund_state = 'REFUNDED' WHERE order_id = ?");
        check.agrees(2);
    }

    private static void play(String scenario) {
        assertThat(gateway.send("PUT", "/api/v1/simulator/scenario", scenario).status())
                .isEqualTo(200);
    }

    private static void awaitAllDecided() {
        await().atMost(DECIDED_LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(books.undecided()).isZero());
    }

    private static void assertSound() {
        var audit = shop.operator("/api/v1/ops/audit").body();
        assertThat(audit.path("ok").asBoolean()).as(audit.toString()).isTrue();
        assertThat(platform.jdbc(Role.API).queryForObject("SELECT COUNT(*) FROM card_vault", Long.class))
                .isZero();
    }

    private static boolean breakerIsOpen() {
        String metrics = shop.text("/actuator/prometheus");
        return metrics.lines()
                .filter(line -> line.startsWith("resilience4j_circuitbreaker_state")
                        && line.contains("name=\"pg-requests\"")
                        && !line.contains("state=\"closed\""))
                .anyMatch(line -> line.endsWith(" 1.0"));
    }
}
