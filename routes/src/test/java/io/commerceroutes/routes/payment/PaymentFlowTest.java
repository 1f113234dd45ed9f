package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;
import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.RECONCILE_PAYMENT;
import static io.commerceroutes.routes.payment.RequestPaymentRoute.REQUEST_PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.Attempt;
import io.commerceroutes.domain.settlement.AttemptOutcome;
import io.commerceroutes.domain.settlement.CardTransaction;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.Shop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What tests of card payments share: an order by card, the flows that see to its payment, and the proof that whatever
 * came of it the card's number was told to nobody but the gateway.
 */
public abstract class PaymentFlowTest extends CommerceFlowTest {
    protected static final String CARD_NUMBER = CardCanary.CARD_NUMBER;
    protected static final String KEY = "20261122:TR:7e4de0";
    protected static final String OTHER_KEY = "20261122:TR:0ddba1";

    private final List<Exception> failures = new ArrayList<>();
    private CardCanary canary;

    protected PaymentFlowTest(String... backgroundRoutes) {
        super(backgroundRoutes);
    }

    @BeforeEach
    void listenForTheCard() {
        canary = CardCanary.listening();
    }

    @AfterEach
    void nobodyWasToldTheCard() throws Exception {
        stopWhatWasStarted();
        canary.fallSilent();
        canary.heardNoCard();
        CardCanary.noCardIn("answers", api.answers().toString());
        CardCanary.noCardIn("what is kept", shop.kept());
        StringWriter told = new StringWriter();
        failures.forEach(failure -> failure.printStackTrace(new PrintWriter(told)));
        CardCanary.noCardIn("failures", told.toString());
    }

    /** What was logged in this test: levels and messages. */
    protected List<String> logged() {
        return canary.lines();
    }

    /** Three teas: 300 won. */
    protected String placeCardOrder() {
        return placeCardOrder(3);
    }

    protected String placeCardOrder(int teas) {
        return order("""
                {"items":[{"productId":11,"quantity":%d}],
                 "payment":{"method":"CARD","cardType":"KB","cardNo":"%s"}}""".formatted(teas, CARD_NUMBER)).at("$.orderId");
    }

    /** An order of 300 won whose payment the gateway has accepted under {@link #KEY}. */
    protected String placeRequestedOrder() {
        String orderId = placeCardOrder();
        Gateway.accepts(KEY);
        request(orderId);
        return orderId;
    }

    /** The same, and then approved. */
    protected String placePaidOrder() {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        reconcile(orderId);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.APPROVED);
        return orderId;
    }

    protected Reply order(String json, String... headers) {
        return api.post("/api/v1/orders", json, headers);
    }

    protected Reply cancel(String orderId) {
        return api.post("/api/v1/orders/" + orderId + "/cancel", "{}");
    }

    protected void request(String orderId) {
        succeed(REQUEST_PAYMENT, orderId);
    }

    protected void reconcile(String orderId) {
        succeed(RECONCILE_PAYMENT, orderId);
    }

    /** The failure that the run ends with. */
    protected Exception failToRequest(String orderId) {
        return run(REQUEST_PAYMENT, orderId).getException();
    }

    private void succeed(String route, String orderId) {
        Exchange done = run(route, orderId);
        if (done.getException() != null) {
            throw new AssertionError(route + " failed", done.getException());
        }
    }

    /** As it ends, failed or not. */
    protected Exchange run(String route, String orderId) {
        Exchange exchange = ExchangeBuilder.anExchange(camel)
                .withHeader("Authorization", "Bearer of the customer")
                .withHeader("Cookie", "inside=knowledge")
                .withHeader("orderId", orderId)
                .withHeader(Exchange.HTTP_QUERY, "inside=knowledge")
                .build();
        exchange.setVariable(ORDER_ID, orderId);
        Exchange done = producer.send("direct:" + route, exchange);
        if (done.getException() != null) {
            failures.add(done.getException());
        }
        return done;
    }

    /** Brings a payments' schedule forward to now, and waits until its route has run. */
    protected void fire(String route, String firstStep) throws Exception {
        fire("payments", route, firstStep);
    }

    protected void whileTheGatewayIsAway(Runnable work) {
        camel.getEndpoints().stream()
                .filter(HttpEndpoint.class::isInstance)
                .map(endpoint -> ((HttpEndpoint) endpoint).getClientConnectionManager())
                .forEach(pool -> ((PoolingHttpClientConnectionManager) pool).closeIdle(TimeValue.ZERO_MILLISECONDS));
        Gateway.isAwayDuring(work);
    }

    protected Order placed(String orderId) {
        return shop.orders().get(orderId);
    }

    /** Canceled for this reason, and nothing is held for it any more. */
    protected void isUndone(String orderId, CancelReason reason) {
        assertThat(placed(orderId).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(placed(orderId).cancelReason()).hasValue(reason);
        assertThat(shop.stockOf(Shop.TEA)).isEqualTo(10);
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(1_000);
        assertThat(shop.cards()).isEmpty();
    }

    /** As it was right after it was placed. */
    protected void isUntouched(String orderId) {
        assertThat(placed(orderId).status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        assertThat(shop.stockOf(Shop.TEA)).isEqualTo(7);
    }

    protected PaymentStatus paymentStatus(String orderId) {
        return placed(orderId).payment().status();
    }

    protected List<AttemptOutcome> outcomes(String orderId) {
        return shop.payment(orderId).attempts().stream().map(Attempt::outcome).toList();
    }

    protected CardTransaction transaction(String orderId, String key) {
        return shop.payment(orderId).transactions().stream()
                .filter(transaction -> transaction.key().equals(key))
                .findAny()
                .orElseThrow();
    }
}
