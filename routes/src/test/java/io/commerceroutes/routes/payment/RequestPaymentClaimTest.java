package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.payment.RequestPaymentRoute.PG_REQUESTS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.AttemptOutcome;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.Shop;
import io.commerceroutes.routes.shop.TechnicalFailure;
import org.junit.jupiter.api.Test;

/** What goes wrong between the claim of an attempt and its call: nothing is sent that is not claimed. */
class RequestPaymentClaimTest extends PaymentFlowTest {
    @Test
    void whoever_was_stopped_between_claim_and_call_sends_nothing() {
        String orderId = placeCardOrder();
        journal().meanwhile("commit", () -> clock.pass(ofSeconds(31)));

        request(orderId);

        assertThat(Gateway.requests()).isEmpty();
        assertThat(journal().count("open card")).isZero();
        assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.OPEN);
        clock.pass(ofSeconds(5));
        Gateway.accepts(KEY);
        reconcile(orderId);
        assertThat(Gateway.lookUps()).hasSize(1);
        assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.ABSENT, AttemptOutcome.ACCEPTED);
    }

    @Test
    void whose_attempt_somebody_else_has_ended_sends_nothing() {
        String orderId = placeCardOrder();
        Gateway.accepts(KEY);
        journal().meanwhile("confirm attempt", () -> {
            clock.pass(ofSeconds(40));
            reconcile(orderId);
        });

        request(orderId);

        assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.ABSENT, AttemptOutcome.ACCEPTED);
        assertThat(Gateway.attempts()).hasSize(1);
    }

    @Test
    void a_card_that_cannot_be_opened_is_an_attempt_that_was_not_sent_and_an_alarm() {
        String orderId = placeCardOrder();
        journal().failNext("open card", TechnicalFailure.unexpected());

        request(orderId);

        assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.NOT_SENT);
        assertThat(breaker(PG_REQUESTS).getMetrics().getNumberOfFailedCalls()).isZero();
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.PENDING);
        assertThat(Gateway.requests()).isEmpty();
        assertThat(logged())
                .anyMatch(line -> line.startsWith("ERROR The card of order " + orderId + " cannot be opened"))
                .noneMatch(line -> line.contains(TechnicalFailure.INSIDE_KNOWLEDGE));
    }

    @Test
    void a_card_that_is_gone_while_its_payment_is_due_is_an_alarm_even_if_nobody_can_look() {
        String orderId = placeCardOrder();
        journal().meanwhile("open card", () -> {
            shop.eraseCard(orderId);
            journal().failNext("find payment", TechnicalFailure.outage());
        });

        request(orderId);

        assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.NOT_SENT);
        assertThat(breaker(PG_REQUESTS).getMetrics().getNumberOfFailedCalls()).isZero();
        assertThat(logged())
                .anyMatch(line -> line.startsWith("ERROR The card of order " + orderId + " cannot be opened"));
    }

    @Test
    void a_card_that_was_erased_with_the_customers_cancel_is_no_alarm() {
        String orderId = placeCardOrder();
        journal().meanwhile("open card", () -> cancel(orderId));

        request(orderId);

        assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.NOT_SENT);
        assertThat(breaker(PG_REQUESTS).getMetrics().getNumberOfFailedCalls()).isZero();
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(Gateway.requests()).isEmpty();
        assertThat(logged())
                .noneMatch(line -> line.startsWith("ERROR") || line.startsWith("WARN"))
                .anyMatch(line -> line.startsWith("INFO The card of order " + orderId + " was erased"));
        isUndone(orderId, CancelReason.CUSTOMER);
    }

    @Test
    void a_claim_that_cannot_be_written_is_none() {
        String orderId = placeCardOrder();
        journal().failNext("write payment", TechnicalFailure.outage());

        assertThat(failToRequest(orderId)).hasMessage(TechnicalFailure.INSIDE_KNOWLEDGE);

        assertThat(Gateway.requests()).isEmpty();
        assertThat(shop.payment(orderId)).isNull();
        assertThat(shop.stockOf(Shop.TEA)).isEqualTo(7);
    }
}
