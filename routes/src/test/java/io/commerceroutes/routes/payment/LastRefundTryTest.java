package io.commerceroutes.routes.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.commerceroutes.routes.payment.RefundPaymentRoute.PG_REFUNDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.routes.shop.Gateway;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The last try has got no answer: whether its money went back is looked up before a person may send it by hand. */
class LastRefundTryTest extends RefundTest {
    private static final int TRIES_MAX = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    @BeforeEach
    void tryWithoutAnAnswer() throws Exception {
        Gateway.answersRefunds(KEY, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        for (int i = 0; i < TRIES_MAX; i++) {
            runLater();
        }
        assertThat(Gateway.refunds(KEY)).hasSize(TRIES_MAX);
        is(PaymentStatus.REFUNDING, RefundState.DUE);
    }

    @Test
    void money_that_it_sent_back_is_found_and_no_person_is_called() throws Exception {
        Gateway.knows(KEY, orderId, "SUCCESS", 300, 300);

        runLater();

        is(PaymentStatus.REFUNDED, RefundState.REFUNDED);
        assertThat(alarms()).isZero();
    }

    @Test
    void money_that_it_did_not_send_back_is_left_to_a_person_and_not_sent_any_more() throws Exception {
        runLater();

        is(PaymentStatus.REFUND_FAILED, RefundState.FAILED);
        assertThat(alarms()).isOne();
        assertThat(Gateway.refunds(KEY)).hasSize(TRIES_MAX);
    }

    @Test
    void while_look_ups_tell_nothing_it_is_looked_up_again_and_sent_no_more() throws Exception {
        Gateway.answersLookUps(KEY, aResponse().withStatus(503));
        runLater();
        runLater();
        is(PaymentStatus.REFUNDING, RefundState.DUE);
        Gateway.knows(KEY, orderId, "SUCCESS", 300, 300);

        runLater();

        is(PaymentStatus.REFUNDED, RefundState.REFUNDED);
        assertThat(Gateway.refunds(KEY)).hasSize(TRIES_MAX);
    }

    @Test
    void look_ups_that_tell_nothing_end_too_and_the_person_is_told_that_it_may_have_been_made() throws Exception {
        Gateway.answersLookUps(KEY, aResponse().withStatus(503));
        int before = Gateway.lookUps(KEY).size();

        for (int i = 0; i < 2 * TRIES_MAX; i++) {
            runLater();
        }

        assertThat(Gateway.lookUps(KEY)).hasSize(before + TRIES_MAX);
        is(PaymentStatus.REFUND_FAILED, RefundState.FAILED);
        assertThat(logged()).anyMatch(line -> line.contains("needs a person") && line.contains("may have been made"));
    }

    private long alarms() {
        return logged().stream()
                .filter(line -> line.contains("A refund needs a person"))
                .count();
    }

    private void runLater() throws Exception {
        run();
        clock.pass(LONGEST_PAUSE);
        breaker(PG_REFUNDS).reset();
    }
}
