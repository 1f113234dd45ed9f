package io.commerceroutes.routes.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.commerceroutes.routes.payment.LookUpPaymentRoute.PG_LOOK_UPS;
import static io.commerceroutes.routes.shop.Gateway.listed;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.routes.observation.Figure;
import io.commerceroutes.routes.observation.ObservedInMemory;
import io.commerceroutes.routes.payment.PaymentFlowTest;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The part of the audit that asks the gateway. */
class AuditGatewayRouteTest extends PaymentFlowTest {
    @Autowired
    private ObservedInMemory observed;

    @BeforeEach
    void theTablesAreSound() {
        Stream.of("stock", "points", "coupons", "payments", "events", "catalogue")
                .forEach(invariant -> finds(invariant, List.of()));
        returnedByHand(0, () -> {});
    }

    @Test
    void a_settled_order_is_compared_with_what_the_gateway_says_now_while_no_transaction_is_open() {
        String orderId = placePaidOrder();
        settled(orderId);
        int asked = Gateway.lookUps(KEY).size();
        int done = journal().entries().size();

        Reply reply = audit();

        told(reply, 1, 0);
        assertThat(reply.<Boolean>at("$.ok")).isTrue();
        assertThat(Gateway.lookUps(KEY)).hasSize(asked + 1);
        assertThat(journal().entries().stream().skip(done))
                .containsExactly("begin snapshot-transaction", "commit", "find payment", "find payment");
    }

    @Test
    void money_that_the_gateway_gave_back_of_an_order_that_stands_is_a_violation_and_changes_nothing() {
        String orderId = placePaidOrder();
        settled(orderId);
        Gateway.knows(KEY, orderId, "SUCCESS", 300, 300);

        Reply reply = audit();

        told(reply, 1, 1);
        assertThat(reply.<Boolean>at("$.ok")).isFalse();
        assertThat(reply.<List<Map<String, String>>>at("$.invariants[6].examples[*]"))
                .containsExactly(Map.of(
                        "subject",
                        orderId,
                        "detail",
                        "captured 300, refunded 300, listed 0, returned by hand 0, payable 300"));
        assertThat(observed.from("audit")).contains(new Figure("commerce.invariant.violations", "gateway", 1));
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.APPROVED);
    }

    @Test
    void a_payment_that_the_gateway_does_not_know_any_more_is_a_violation() {
        settled(placePaidOrder());
        Gateway.lookUpsFind("");

        told(audit(), 1, 1);
    }

    @Test
    void a_second_capture_that_nobody_here_knows_of_is_a_violation() {
        String orderId = placePaidOrder();
        settled(orderId);
        Gateway.lookUpsFind(listed(KEY, "SUCCESS") + "," + listed(OTHER_KEY, "SUCCESS"));
        Gateway.knows(OTHER_KEY, orderId, "SUCCESS", 300, 0);

        told(audit(), 1, 1);
    }

    @Test
    void what_a_person_gave_back_counts() {
        settled(placePaidOrder());
        returnedByHand(300, () -> {});

        assertThat(audit().<List<String>>at("$.invariants[6].examples[*].detail"))
                .containsExactly("captured 300, refunded 0, listed 0, returned by hand 300, payable 300");
    }

    @Test
    void an_order_that_cannot_be_read_is_a_violation_and_does_not_end_the_audit() {
        String orderId = placePaidOrder();
        settled(orderId, orderId);
        journal().failNext("find payment", new IllegalArgumentException(TechnicalFailure.INSIDE_KNOWLEDGE));

        Reply reply = audit();

        told(reply, 1, 1);
        assertThat(reply.<List<String>>at("$.invariants[6].examples[*].detail"))
                .containsExactly("cannot be read: its rows contradict one another");
    }

    @Test
    void a_database_that_goes_away_while_the_gateway_is_asked_ends_the_audit() {
        settled(placePaidOrder());
        journal().failNext("find payment", TechnicalFailure.outage());

        assertThat(audit().status()).isEqualTo(503);
    }

    @Test
    void while_the_gateway_is_away_nothing_is_compared_and_nothing_is_violated() {
        settled(placePaidOrder());

        whileTheGatewayIsAway(() -> {
            Reply reply = audit();

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.<Boolean>at("$.ok")).isTrue();
            told(reply, 0, 0);
        });
    }

    @Test
    void one_order_without_an_answer_does_not_keep_the_others_from_being_compared() {
        String orderId = placePaidOrder();
        settled("unknown", orderId);
        Gateway.answersLookUps(KEY, aResponse().withStatus(500));
        told(audit(), 0, 0);

        Gateway.knows(KEY, orderId, "SUCCESS", 300, 0);
        told(audit(), 1, 0);
    }

    @Test
    void an_open_breaker_lets_nothing_through_and_nothing_is_violated() {
        String orderId = placePaidOrder();
        settled(orderId, orderId);
        breaker(PG_LOOK_UPS).transitionToOpenState();
        int asked = Gateway.lookUps().size();

        Reply reply = audit();

        assertThat(reply.<Boolean>at("$.ok")).isTrue();
        told(reply, 0, 0);
        assertThat(Gateway.lookUps()).hasSize(asked);
    }

    @Test
    void after_the_longest_time_no_further_order_is_asked_for() {
        String orderId = placePaidOrder();
        settled(orderId, orderId, orderId);
        int asked = Gateway.lookUps().size();
        returnedByHand(0, () -> clock.pass(ofSeconds(3)));

        told(audit(), 2, 0);

        assertThat(Gateway.lookUps()).hasSize(asked + 2);
    }

    @Test
    void an_order_that_changes_while_the_gateway_is_asked_is_left_to_the_next_audit() {
        String orderId = placePaidOrder();
        settled(orderId);
        returnedByHand(0, () -> cancel(orderId));

        told(audit(), 0, 0);
    }

    @Test
    void an_order_whose_refund_is_due_by_now_is_not_asked_for() {
        String orderId = placePaidOrder();
        settled(orderId);
        cancel(orderId);
        int asked = Gateway.lookUps().size();

        told(audit(), 0, 0);

        assertThat(Gateway.lookUps()).hasSize(asked);
    }

    private Reply audit() {
        return api.get("/api/v1/ops/audit");
    }

    private static void told(Reply reply, int checked, int violations) {
        assertThat(reply.<String>at("$.invariants[6].name")).isEqualTo("gateway");
        assertThat(reply.<Integer>at("$.invariants[6].checked")).isEqualTo(checked);
        assertThat(reply.<Integer>at("$.invariants[6].violations")).isEqualTo(violations);
    }

    private void settled(String... orderIds) {
        finds(
                "gateway",
                Arrays.stream(orderIds).map(id -> Map.of("order_id", id)).toList());
    }

    private void finds(String query, List<?> rows) {
        query(query).whenAnyExchangeReceived(exchange -> exchange.getMessage().setHeader(query, rows));
    }

    /** @param meanwhile happens between the gateway's answer and the second look at the payment */
    private void returnedByHand(long won, Runnable meanwhile) {
        query("returned-by-hand").whenAnyExchangeReceived(exchange -> {
            meanwhile.run();
            exchange.getMessage().setHeader("returnedByHand", won);
        });
    }

    private MockEndpoint query(String name) {
        return camel.getEndpoint("mock:sql:classpath:sql/audit/%s.sql".formatted(name), MockEndpoint.class);
    }
}
