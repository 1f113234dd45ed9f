package io.commerceroutes.routes.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static io.commerceroutes.routes.payment.RefundPaymentRoute.PG_REFUNDS;
import static io.commerceroutes.routes.payment.RefundPaymentRoute.REFUND_PAYMENTS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.routes.shop.Gateway;
import org.junit.jupiter.api.BeforeEach;

/** What tests of refunds share: an order canceled after its payment, and the schedule that sends its money back. */
abstract class RefundTest extends PaymentFlowTest {
    protected String orderId;

    @BeforeEach
    void cancelAfterPayment() {
        orderId = placePaidOrder();
        cancel(orderId);
        assertThat(transaction(orderId, KEY).refund()).isEqualTo(RefundState.DUE);
        Gateway.answersRefunds(KEY, ok());
        forgetHandOvers();
    }

    protected void run() throws Exception {
        fire(REFUND_PAYMENTS, "claim refunds");
    }

    protected void is(PaymentStatus status, RefundState state) {
        assertThat(paymentStatus(orderId)).isEqualTo(status);
        assertThat(transaction(orderId, KEY).refund()).isEqualTo(state);
    }

    /** Each time without a clear answer, and not in between. */
    protected void isTriedAtGrowingIntervals(int times) throws Exception {
        int[] seconds = {10, 30, 60, 300, 300};
        for (int tries = 1; tries <= times; tries++) {
            run();
            isPostponed(tries, seconds[tries - 1]);
            run();
            assertThat(shop.refundTries(KEY)).isEqualTo(tries);
            clock.pass(ofSeconds(seconds[tries - 1]));
            breaker(PG_REFUNDS).reset();
        }
    }

    protected void isPostponed(int tries, int seconds) {
        is(PaymentStatus.REFUNDING, RefundState.DUE);
        assertThat(shop.refundTries(KEY)).isEqualTo(tries);
        assertThat(shop.refundDueAt(KEY)).isEqualTo(clock.instant().plusSeconds(seconds));
    }
}
