package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.payment.RequestPaymentRoute.ORDERED_BY_CARD;
import static io.commerceroutes.routes.payment.RequestPaymentRoute.REQUEST_PAYMENT_AFTER_COMMIT;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.AttemptOutcome;
import io.commerceroutes.domain.settlement.CardTransaction;
import io.commerceroutes.routes.event.RelayOutboxRoute;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.Shop;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPaymentRouteTest extends PaymentFlowTest {
    /** What the client itself needs. */
    private static final Set<String> OF_THE_CLIENT = Set.of(
            "accept-encoding", "connection", "content-length", "host", "transfer-encoding", "upgrade", "user-agent");

    @Test
    void a_card_order_is_accepted_and_its_payment_is_left_to_the_background() {
        assertThat(waitingFor(ORDERED_BY_CARD)).isZero();

        String orderId = placeCardOrder();

        assertThat(waitingFor(ORDERED_BY_CARD)).isOne();
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.PENDING);
        assertThat(shop.cards()).containsOnlyKeys(orderId);
        assertThat(Gateway.requests()).isEmpty();
    }

    @Test
    void right_after_the_commit_the_gateway_is_asked_and_hears_nothing_of_the_customers_request() throws Exception {
        start(REQUEST_PAYMENT_AFTER_COMMIT);
        Gateway.accepts(KEY);
        order(
                """
                {"items":[{"productId":11,"quantity":3}],"payment":{"method":"CARD","cardType":"KB","cardNo":"%s"}}""".formatted(CARD_NUMBER),
                "Authorization",
                "Bearer of the customer",
                "Idempotency-Key",
                "of-the-customer",
                "X-USER-ID",
                "2");

        await().atMost(ofSeconds(30))
                .pollInterval(ofMillis(2))
                .until(() -> shop.notes().contains("PAYMENT_REQUESTED"));
        assertThat(Gateway.attempts()).singleElement().satisfies(this::carriesOnlyWhatTheGatewayNeeds);
    }

    @Test
    void an_accepted_attempt_makes_the_payment_requested_and_its_card_is_forgotten() {
        String orderId = placeCardOrder();
        Gateway.accepts(KEY);
        forgetHandOvers();

        request(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
        assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.ACCEPTED);
        assertThat(shop.payment(orderId).transactions()).containsExactly(CardTransaction.pending(KEY));
        assertThat(shop.cards()).isEmpty();
        assertThat(placed(orderId).status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        assertThat(waitingFor(RelayOutboxRoute.WAKE_RELAY)).isOne();
    }

    @Test
    void the_gateway_is_told_order_card_amount_and_callback_address_and_who_asks() {
        String orderId = placeRequestedOrder();

        assertThat(Gateway.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.getBodyAsString())
                    .isEqualTo(("{'orderId':'%s','cardType':'KB','cardNo':'%s','amount':300,"
                                    + "'callbackUrl':'http://localhost:8080/callback'}")
                            .replace('\'', '"')
                            .formatted(orderId, CARD_NUMBER));
            carriesOnlyWhatTheGatewayNeeds(attempt);
            assertThat(attempt.getHeader("Idempotency-Key"))
                    .isEqualTo(shop.payment(orderId).attempts().getFirst().attemptId());
        });
    }

    @Test
    void no_transaction_is_open_while_the_gateway_is_asked() {
        placeRequestedOrder();

        assertThat(journal().entries())
                .containsSubsequence(
                        "begin jdbc-transaction",
                        "lock payment",
                        "write payment",
                        "commit",
                        "confirm attempt",
                        "open card",
                        "begin jdbc-transaction",
                        "lock payment",
                        "write payment",
                        "commit");
    }

    @Test
    void a_payment_that_is_requested_is_not_asked_for_again() {
        String orderId = placeRequestedOrder();

        request(orderId);

        assertThat(Gateway.attempts()).hasSize(1);
        assertThat(outcomes(orderId)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cardNo must have 16 digits", "Unknown CardType", "카드 번호가 올바르지 않습니다"})
    void a_refusal_that_blames_the_card_declines_the_payment_and_undoes_the_order(String message) {
        String orderId = placeCardOrder();
        Gateway.fails(400, message);

        request(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.DECLINED);
        assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.CARD_REFUSED);
        isUndone(orderId, CancelReason.PAYMENT_DECLINED);
        assertThat(breaker(RequestPaymentRoute.PG_REQUESTS).getMetrics().getNumberOfFailedCalls())
                .isZero();
    }

    @Test
    void a_refusal_that_blames_us_raises_an_alarm_and_leaves_payment_and_order_as_they_are() {
        String orderId = placeCardOrder();
        Gateway.fails(400, "callbackUrl must start with http://localhost:8080; got " + CARD_NUMBER);

        request(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.PENDING);
        assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.REQUEST_REFUSED);
        isUntouched(orderId);
        assertThat(shop.cards()).containsOnlyKeys(orderId);
        assertThat(logged())
                .anyMatch(line ->
                        line.startsWith("ERROR The gateway refuses our requests: status 400, order " + orderId));
    }

    @Test
    void an_order_by_points_has_nothing_to_be_requested() {
        String orderId = order("""
                {"items":[{"productId":11,"quantity":3}],"payment":{"method":"POINT"}}""").at("$.orderId");

        request(orderId);
        reconcile(orderId);

        assertThat(waitingFor(ORDERED_BY_CARD)).isZero();
        assertThat(Gateway.requests()).isEmpty();
        assertThat(placed(orderId).status()).isEqualTo(OrderStatus.PAID);
    }

    /** The headers that we set. */
    static Set<String> ours(LoggedRequest request) {
        Set<String> ours = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        ours.addAll(request.getHeaders().keys());
        ours.removeIf(header -> OF_THE_CLIENT.contains(header.toLowerCase(Locale.ROOT)));
        return ours;
    }

    private void carriesOnlyWhatTheGatewayNeeds(LoggedRequest attempt) {
        assertThat(ours(attempt)).containsExactlyInAnyOrder("Content-Type", "Idempotency-Key", "X-USER-ID");
        assertThat(attempt.getHeader("X-USER-ID")).isEqualTo(Long.toString(Shop.CUSTOMER));
        assertThat(attempt.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(attempt.getUrl()).isEqualTo("/api/v1/payments");
    }
}
