package io.commerceroutes.routes.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.routes.shop.Gateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefundPaymentRouteTest extends RefundTest {
    @Test
    void money_that_must_not_be_kept_goes_back_in_the_customers_name_and_is_told_of() throws Exception {
        run();

        is(PaymentStatus.REFUNDED, RefundState.REFUNDED);
        assertThat(shop.notes()).contains("REFUND_MADE", "PAYMENT_REFUNDED");
        assertThat(waitingFor(WAKE_RELAY)).isOne();
        assertThat(Gateway.refunds(KEY)).singleElement().satisfies(refund -> {
            assertThat(RequestPaymentRouteTest.ours(refund)).contains("X-USER-ID", "Idempotency-Key");
            assertThat(RequestPaymentRouteTest.ours(refund)).isSubsetOf("X-USER-ID", "Idempotency-Key", "Content-Type");
            assertThat(refund.getHeader("X-USER-ID")).isEqualTo("1");
            assertThat(refund.getHeader("Idempotency-Key")).isEqualTo("refund-" + KEY);
            assertThat(refund.getBodyAsString()).isEmpty();
        });
        run();
        assertThat(Gateway.refunds(KEY)).hasSize(1);
    }

    @Test
    void money_that_went_back_already_is_not_sent_again() throws Exception {
        Gateway.knows(KEY, orderId, "SUCCESS", 300, 300);

        run();

        assertThat(Gateway.refunds(KEY)).isEmpty();
        is(PaymentStatus.REFUNDED, RefundState.REFUNDED);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405})
    void a_gateway_without_refunds_leaves_it_to_a_person_and_raises_an_alarm(int status) throws Exception {
        Gateway.answersRefunds(KEY, aResponse().withStatus(status));

        run();

        is(PaymentStatus.REFUND_FAILED, RefundState.FAILED);
        assertThat(shop.notes()).contains("REFUND_IMPOSSIBLE");
        assertThat(logged()).anyMatch(line -> line.startsWith("ERROR A refund needs a person: order " + orderId));
    }

    @Test
    void a_second_payment_goes_back_and_the_order_stays_paid() throws Exception {
        String twice = placeCardOrder();
        Gateway.accepts(OTHER_KEY);
        request(twice);
        Gateway.lookUpsFind(Gateway.listed(OTHER_KEY, "SUCCESS") + "," + Gateway.listed("third", "SUCCESS"));
        Gateway.knows(OTHER_KEY, twice, "SUCCESS", 300, 0);
        Gateway.knows("third", twice, "SUCCESS", 300, 0);
        Gateway.answersRefunds("third", ok());
        reconcile(twice);

        run();

        assertThat(paymentStatus(twice)).isEqualTo(PaymentStatus.APPROVED);
        assertThat(transaction(twice, "third").refund()).isEqualTo(RefundState.REFUNDED);
        assertThat(Gateway.refunds(OTHER_KEY)).isEmpty();
    }
}
