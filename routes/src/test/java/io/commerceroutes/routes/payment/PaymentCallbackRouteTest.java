package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.payment.PaymentCallbackRoute.PAYMENT_CALLBACK;
import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;
import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.CALLED_ABOUT;
import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.RECONCILE_CALLED_ABOUT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.Gateway;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentCallbackRouteTest extends CallbackTest {
    /** As many hand-overs as wait at most. */
    private static final int QUEUE_SIZE = 5;

    private static final String DIGITS = "2026112200000042";

    @Test
    void a_callback_is_noted_and_its_payment_is_due_at_once_and_nothing_of_it_is_believed() {
        String orderId = placeRequestedOrder();

        Reply reply = callback(KEY, orderId, "SUCCESS");

        understood(reply);
        assertThat(shop.notes()).contains("CALLBACK_RECEIVED");
        assertThat(shop.payment(orderId).dueAt()).hasValue(clock.instant());
        assertThat(waitingFor(CALLED_ABOUT)).isOne();
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
        assertThat(Gateway.lookUps()).isEmpty();
    }

    @Test
    void after_a_callback_the_gateway_is_asked_at_once_and_its_word_counts() throws Exception {
        start(RECONCILE_CALLED_ABOUT);
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "FAILED", 300);

        understood(callback(KEY, orderId, "SUCCESS"));

        await().atMost(ofSeconds(30))
                .pollInterval(ofMillis(2))
                .untilAsserted(() -> assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.DECLINED));
    }

    @Test
    void a_callback_before_the_answer_changes_nothing_until_the_answer_is_there() {
        String orderId = placeCardOrder();
        Gateway.accepts(KEY);
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        journal().meanwhile("open card", () -> {
            understood(callback(KEY, orderId, "SUCCESS"));
            reconcile(orderId);
            assertThat(Gateway.lookUps()).isEmpty();
        });

        request(orderId);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
        reconcile(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.APPROVED);
        assertThat(Gateway.attempts()).hasSize(1);
        assertThat(shop.payment(orderId).transactions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10})
    void the_same_callback_again_is_understood_again_and_settles_once(int times) {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "SUCCESS", 300);

        IntStream.range(0, times).forEach(n -> understood(callback(KEY, orderId, "SUCCESS")));
        assertThat(waitingFor(CALLED_ABOUT)).isEqualTo(Math.min(times, QUEUE_SIZE));
        IntStream.range(0, times).forEach(n -> reconcile(orderId));

        assertThat(shop.notes()).containsOnlyOnce("ORDER_PAID", "PAYMENT_APPROVED");
        assertThat(Gateway.lookUps()).hasSize(1);
    }

    @Test
    void a_transaction_whose_end_is_recorded_is_consumed() {
        String orderId = placePaidOrder();

        understood(callback(KEY, orderId, "SUCCESS"));
        understood(callback(KEY, orderId, "FAILED"));

        assertThat(journal().count("note callback")).isZero();
        assertThat(waitingFor(CALLED_ABOUT)).isZero();
    }

    @Test
    void a_key_that_nobody_knows_makes_the_payment_due_and_is_not_recorded_by_itself() {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "SUCCESS", 300);

        understood(callback("forged", orderId, "FAILED"));
        assertThat(waitingFor(CALLED_ABOUT)).isOne();
        reconcile(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.APPROVED);
        assertThat(shop.payment(orderId).transactions()).hasSize(1);
    }

    @Test
    void an_order_that_nobody_knows_or_that_points_paid_for_is_understood_and_leads_to_nothing() {
        String byPoints = order("""
                {"items":[{"productId":11,"quantity":1}],"payment":{"method":"POINT"}}""").at("$.orderId");

        understood(callback(KEY, "no-such-order", "SUCCESS"));
        understood(callback(KEY, byPoints, "SUCCESS"));

        assertThat(waitingFor(CALLED_ABOUT)).isZero();
        assertThat(shop.notes()).isEmpty();
    }

    @Test
    void only_an_order_that_is_known_is_named_to_whoever_follows_the_call() {
        String orderId = placeRequestedOrder();

        assertThat(orderNamedAfterCallbackAbout(orderId)).isEqualTo(orderId);
        assertThat(orderNamedAfterCallbackAbout(CARD_NUMBER)).isNull();
    }

    private Object orderNamedAfterCallbackAbout(String orderId) {
        String body = "{\"transactionKey\":\"k\",\"orderId\":\"%s\",\"status\":\"SUCCESS\"}".formatted(orderId);
        Exchange done = producer.send(
                "direct:" + PAYMENT_CALLBACK, exchange -> exchange.getMessage().setBody(body.getBytes(UTF_8)));
        assertThat(done.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(200);
        return done.getVariable(ORDER_ID);
    }

    @Test
    void a_key_of_digits_alone_is_a_key() {
        String orderId = placeCardOrder();
        Gateway.accepts(DIGITS);
        request(orderId);
        Gateway.decides(DIGITS, orderId, "SUCCESS", 300);

        understood(callback(DIGITS, orderId, "SUCCESS"));
        reconcile(orderId);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.APPROVED);

        understood(callback(DIGITS, orderId, "SUCCESS"));
        assertThat(waitingFor(CALLED_ABOUT)).isOne();
    }
}
