package io.commerceroutes.routes.order;

import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static io.commerceroutes.routes.payment.LookUpPaymentRoute.PG_LOOK_UPS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.CardPayments;
import io.commerceroutes.routes.payment.PaymentFlowTest;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.Shop;
import io.commerceroutes.routes.shop.TechnicalFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Reading an order whose payment is due asks first. */
class ShowCardOrderTest extends PaymentFlowTest {
    private static final long SOMEBODY_ELSE = 99;

    @Autowired
    private CardPayments payments;

    private Reply show(String orderId) {
        return api.get("/api/v1/orders/" + orderId);
    }

    private String placeOrderThatIsDue() {
        String orderId = placeRequestedOrder();
        clock.pass(ofSeconds(10));
        forgetHandOvers();
        return orderId;
    }

    @Test
    void a_payment_that_is_due_is_settled_before_its_order_is_shown() {
        String orderId = placeOrderThatIsDue();
        Gateway.decides(KEY, orderId, "SUCCESS", 300);

        Reply reply = show(orderId);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.<String>at("$.status")).isEqualTo("PAID");
        assertThat(reply.<String>at("$.payment.status")).isEqualTo("APPROVED");
        assertThat(Gateway.lookUps()).hasSize(1);
        assertThat(waitingFor(WAKE_RELAY)).isOne();
    }

    @Test
    void a_payment_that_is_not_due_is_shown_as_it_is_without_a_look_up() {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "SUCCESS", 300);

        assertThat(show(orderId).<String>at("$.status")).isEqualTo("PENDING_PAYMENT");

        assertThat(Gateway.lookUps()).isEmpty();
    }

    @Test
    void a_payment_that_is_closed_or_was_never_asked_for_is_shown_as_it_is() {
        String paid = placePaidOrder();
        String waiting = placeCardOrder(1);
        clock.pass(ofSeconds(10));
        int lookUps = Gateway.lookUps().size();
        int attempts = Gateway.attempts().size();

        assertThat(show(paid).<String>at("$.status")).isEqualTo("PAID");
        assertThat(show(waiting).<String>at("$.payment.status")).isEqualTo("PENDING");

        assertThat(Gateway.lookUps()).hasSize(lookUps);
        assertThat(Gateway.attempts()).hasSize(attempts);
    }

    @Test
    void an_order_is_shown_as_it_is_and_stays_due_where_the_breaker_refuses_the_look_up() throws Exception {
        String orderId = placeOrderThatIsDue();
        CardPayment before = shop.payment(orderId);
        long begun = journal().count("begin jdbc-transaction");

        whileFull(
                PG_LOOK_UPS,
                () -> assertThat(show(orderId).<String>at("$.payment.status")).isEqualTo("REQUESTED"));
        clock.pass(ofSeconds(1));
        breaker(PG_LOOK_UPS).transitionToOpenState();
        assertThat(show(orderId).<String>at("$.payment.status")).isEqualTo("REQUESTED");

        assertThat(Gateway.lookUps()).isEmpty();
        assertThat(shop.payment(orderId)).isEqualTo(before);
        assertThat(journal().count("begin jdbc-transaction")).isEqualTo(begun);
        assertThat(logged()).noneMatch(line -> line.startsWith("WARN "));
    }

    @Test
    void an_order_is_shown_as_it_is_while_the_gateway_is_away() {
        String orderId = placeOrderThatIsDue();

        whileTheGatewayIsAway(
                () -> assertThat(show(orderId).<String>at("$.payment.status")).isEqualTo("REQUESTED"));

        assertThat(shop.payment(orderId).dueAt()).isPresent();
    }

    @Test
    void readers_cannot_make_the_gateway_be_asked_more_often() {
        String orderId = placeOrderThatIsDue();
        Gateway.answersLookUps(WireMock.aResponse().withStatus(503));
        assertThat(show(orderId).status()).isEqualTo(200);
        payments.callbackReceived(orderId, KEY, "SUCCESS", clock.instant());

        assertThat(show(orderId).<String>at("$.payment.status")).isEqualTo("REQUESTED");
        assertThat(Gateway.lookUps()).hasSize(1);

        clock.pass(ofSeconds(1));
        show(orderId);
        assertThat(Gateway.lookUps()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"find payment", "lock payment", "write payment", "commit"})
    void what_fails_on_the_way_leaves_payment_and_order_as_they_are_and_the_order_is_shown(String step) {
        String orderId = placeOrderThatIsDue();
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        journal().failNext(step, TechnicalFailure.outage());

        Reply reply = show(orderId);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.<String>at("$.payment.status")).isEqualTo("REQUESTED");
        assertThat(logged())
                .filteredOn(line -> line.startsWith("WARN") && line.contains(orderId))
                .hasSize(1);
        clock.pass(ofSeconds(1));
        assertThat(show(orderId).<String>at("$.payment.status")).isEqualTo("APPROVED");
    }

    @Test
    void nobody_else_has_the_gateway_asked() {
        String orderId = placeOrderThatIsDue();
        signedIn.as(SOMEBODY_ELSE);

        assertThat(show(orderId).status()).isEqualTo(404);

        assertThat(Gateway.lookUps()).isEmpty();
        signedIn.as(Shop.CUSTOMER);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
    }
}
