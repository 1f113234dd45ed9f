package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.RECONCILE_PAYMENTS;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconcilePaymentsRouteTest extends PaymentFlowTest {
    /** As many as one run takes on. */
    private static final int BATCH_SIZE = 10;

    @Test
    void the_schedule_sees_to_every_payment_that_is_due() throws Exception {
        String waiting = placeCardOrder(1);
        String requested = placeRequestedOrder();
        Gateway.decides(KEY, requested, "SUCCESS", 300);
        clock.pass(ofSeconds(10));

        fire(RECONCILE_PAYMENTS, "find due");

        assertThat(paymentStatus(requested)).isEqualTo(PaymentStatus.APPROVED);
        assertThat(outcomes(waiting)).hasSize(1);
    }

    @Test
    void what_is_not_due_yet_is_left_alone() throws Exception {
        placeRequestedOrder();
        clock.pass(ofSeconds(9));

        fire(RECONCILE_PAYMENTS, "find due");

        assertThat(Gateway.lookUps()).isEmpty();
    }

    @Test
    void one_run_takes_on_so_many_and_those_that_wait_longest_first() throws Exception {
        Gateway.fails(400, "callbackUrl");
        List<String> orders = IntStream.range(0, BATCH_SIZE)
                .mapToObj(n -> {
                    clock.pass(ofSeconds(1));
                    return placeCardOrder(1);
                })
                .toList();
        clock.pass(ofSeconds(1));
        String last = order("""
                {"items":[{"productId":12,"quantity":1}],
                 "payment":{"method":"CARD","cardType":"KB","cardNo":"%s"}}""".formatted(CARD_NUMBER)).at("$.orderId");

        fire(RECONCILE_PAYMENTS, "find due");

        assertThat(orders).allSatisfy(orderId -> assertThat(outcomes(orderId)).hasSize(1));
        assertThat(shop.payment(last)).isNull();
    }

    @Test
    void a_payment_that_fails_holds_up_no_other_and_is_told_in_one_line() throws Exception {
        List<String> orders = List.of(placeCardOrder(1), placeCardOrder(1));
        Gateway.accepts("{{randomValue type='UUID'}}");
        journal().failNext("find payment", TechnicalFailure.outage());

        fire(RECONCILE_PAYMENTS, "find due");

        assertThat(orders)
                .filteredOn(orderId -> paymentStatus(orderId) == PaymentStatus.REQUESTED)
                .hasSize(1);
        oneLineIsLogged();
        clock.pass(ofMinutes(1));
        fire(RECONCILE_PAYMENTS, "find due");
        assertThat(orders)
                .allSatisfy(orderId -> assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED));
    }

    @Test
    void a_settlement_that_fails_is_told_in_one_line() throws Exception {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        clock.pass(ofSeconds(10));
        journal().failAlways("write payment", TechnicalFailure.outage());

        fire(RECONCILE_PAYMENTS, "find due");

        oneLineIsLogged();
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
    }

    @Test
    void a_run_that_finds_nothing_out_is_told_in_one_line() throws Exception {
        journal().failNext("find due", TechnicalFailure.outage());

        fire(RECONCILE_PAYMENTS, "find due");

        oneLineIsLogged();
    }

    private void oneLineIsLogged() {
        assertThat(logged())
                .filteredOn(line -> line.contains(TechnicalFailure.INSIDE_KNOWLEDGE))
                .singleElement()
                .asString()
                .startsWith("WARN ")
                .contains(" failed, the next run tries again")
                .doesNotContain("\tat ");
    }

    @Test
    void an_attempt_under_way_is_waited_for() {
        String orderId = placeCardOrder();
        Gateway.accepts(KEY);
        journal().meanwhile("open card", () -> reconcile(orderId));

        request(orderId);

        assertThat(Gateway.lookUps()).isEmpty();
        assertThat(Gateway.attempts()).hasSize(1);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
    }

    @Test
    void an_order_that_is_not_there_is_nothing_to_do() {
        reconcile("no-such-order");

        assertThat(Gateway.requests()).isEmpty();
        assertThat(journal().entries()).containsExactly("find payment");
    }
}
