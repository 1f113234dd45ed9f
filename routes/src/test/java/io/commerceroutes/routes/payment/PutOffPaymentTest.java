package io.commerceroutes.routes.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.commerceroutes.routes.payment.LookUpPaymentRoute.PG_LOOK_UPS;
import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.RECONCILE_PAYMENT;
import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.RECONCILE_PAYMENTS;
import static io.commerceroutes.routes.payment.RequestPaymentRoute.PG_REQUESTS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A payment that fails, whatever it was, lets the others go first; one that merely waits keeps its place. */
class PutOffPaymentTest extends PaymentFlowTest {
    /** As many as one run takes on. */
    private static final int BATCH_SIZE = 10;

    private static final Duration PUT_OFF = Duration.ofMinutes(1);

    @Test
    void as_many_failing_payments_as_one_run_takes_on_hold_up_no_newer_one() throws Exception {
        Gateway.accepts("{{randomValue type='UUID'}}");
        List<String> failing = IntStream.range(0, BATCH_SIZE)
                .mapToObj(n -> requested(placeCardOrder(1)))
                .toList();
        clock.pass(ofSeconds(1));
        String healthy = requested(placeCupOrder());
        clock.pass(ofSeconds(10));
        journal().failAlways("write payment", TechnicalFailure.unexpected());
        fire(RECONCILE_PAYMENTS, "find due");
        journal().failNoMore();

        fire(RECONCILE_PAYMENTS, "find due");

        assertThat(lookUpsThatCounted(healthy)).isOne();
        assertThat(failing)
                .allSatisfy(orderId -> assertThat(lookUpsThatCounted(orderId)).isZero());
        clock.pass(PUT_OFF);
        fire(RECONCILE_PAYMENTS, "find due");
        fire(RECONCILE_PAYMENTS, "find due");
        assertThat(failing)
                .allSatisfy(orderId -> assertThat(lookUpsThatCounted(orderId)).isOne());
    }

    private String requested(String orderId) {
        request(orderId);
        return orderId;
    }

    private String placeCupOrder() {
        return order("""
                {"items":[{"productId":12,"quantity":1}],
                 "payment":{"method":"CARD","cardType":"KB","cardNo":"%s"}}""".formatted(CARD_NUMBER)).at("$.orderId");
    }

    private int lookUpsThatCounted(String orderId) {
        return shop.payment(orderId).checks();
    }

    @ParameterizedTest
    @ValueSource(strings = {"find payment", "lock payment", "write payment", "earn points", "commit"})
    void a_payment_is_put_off_whatever_fails_for_it(String step) {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        clock.pass(ofSeconds(10));
        CardPayment before = shop.payment(orderId);
        journal().failNext(step, TechnicalFailure.unexpected());

        run(RECONCILE_PAYMENT, orderId);

        assertThat(dueIn(orderId)).isEqualTo(PUT_OFF);
        assertThat(shop.payment(orderId).transactions()).isEqualTo(before.transactions());
        assertThat(shop.payment(orderId).checks()).isEqualTo(before.checks());
    }

    @Test
    void a_claim_that_fails_puts_its_payment_off() {
        String orderId = placeCardOrder();
        journal().failNext("lock payment", TechnicalFailure.unexpected());

        run(RECONCILE_PAYMENT, orderId);

        assertThat(dueIn(orderId)).isEqualTo(PUT_OFF);
        assertThat(Gateway.attempts()).isEmpty();
    }

    @Test
    void a_payment_that_cannot_even_be_put_off_stays_due_and_holds_up_none_of_its_run() throws Exception {
        Gateway.accepts("{{randomValue type='UUID'}}");
        String failing = requested(placeCardOrder(1));
        clock.pass(ofSeconds(1));
        String healthy = requested(placeCupOrder());
        clock.pass(ofSeconds(10));
        journal().failNext("find payment", TechnicalFailure.unexpected());
        journal().failNext("put off payment", TechnicalFailure.unexpected());

        fire(RECONCILE_PAYMENTS, "find due");

        assertThat(List.of(shop.payment(failing), shop.payment(healthy)))
                .filteredOn(payment -> payment.checks() == 1)
                .hasSize(1);
        assertThat(journal().count("put off payment")).isOne();
        fire(RECONCILE_PAYMENTS, "find due");
        assertThat(lookUpsThatCounted(failing)).isOne();
        assertThat(lookUpsThatCounted(healthy)).isOne();
    }

    private Duration dueIn(String orderId) {
        return Duration.between(clock.instant(), shop.payment(orderId).dueAt().orElseThrow());
    }

    @Test
    void what_could_not_be_read_and_is_not_due_stays_as_it_is() {
        String orderId = placeRequestedOrder();
        CardPayment before = shop.payment(orderId);
        journal().failNext("find payment", TechnicalFailure.unexpected());

        run(RECONCILE_PAYMENT, orderId);

        assertThat(journal().count("put off payment")).isOne();
        assertThat(shop.payment(orderId)).isEqualTo(before);
    }

    @Test
    void what_was_read_as_not_due_costs_no_transaction_more_when_it_fails() {
        String orderId = placeRequestedOrder();
        journal().failNext("write payment", TechnicalFailure.unexpected());

        run(RECONCILE_PAYMENT, orderId);

        assertThat(journal().count("put off payment")).isZero();
    }

    @Test
    void what_is_asked_looked_up_or_refused_by_an_open_breaker_is_not_put_off() {
        String orderId = placeCardOrder();
        breaker(PG_REQUESTS).transitionToOpenState();
        reconcile(orderId);
        breaker(PG_REQUESTS).reset();
        Gateway.accepts(KEY);
        reconcile(orderId);
        clock.pass(ofSeconds(10));
        breaker(PG_LOOK_UPS).transitionToOpenState();
        reconcile(orderId);
        breaker(PG_LOOK_UPS).reset();
        Gateway.answersLookUps(aResponse().withStatus(503));
        reconcile(orderId);

        assertThat(Gateway.attempts()).hasSize(1);
        assertThat(lookUpsThatCounted(orderId)).isOne();
        assertThat(journal().count("put off payment")).isZero();
    }
}
