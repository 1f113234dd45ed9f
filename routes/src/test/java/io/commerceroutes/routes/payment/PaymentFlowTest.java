package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;
import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.RECONCILE_PAYMENT;
import static io.commerceroutes.routes.payment.RequestPaymentRoute.REQUEST_PAYMENT;

import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;

/** What tests of card payments share: an order by card, and the flows that see to its payment. */
abstract class PaymentFlowTest extends CommerceFlowTest {
    static final String CARD_NUMBER = "1234-5678-9814-1451";

    PaymentFlowTest(String... backgroundRoutes) {
        super(backgroundRoutes);
    }

    /** Three teas: 300 won. */
    String placeCardOrder() {
        return api.post("/api/v1/orders", """
                        {"items":[{"productId":11,"quantity":3}],
                         "payment":{"method":"CARD","cardType":"KB","cardNo":"%s"}}""".formatted(CARD_NUMBER)).at("$.orderId");
    }

    void request(String orderId) {
        run(REQUEST_PAYMENT, orderId);
    }

    void reconcile(String orderId) {
        run(RECONCILE_PAYMENT, orderId);
    }

    private void run(String route, String orderId) {
        Exchange exchange = ExchangeBuilder.anExchange(camel).build();
        exchange.setVariable(ORDER_ID, orderId);
        Exchange done = producer.send("direct:" + route, exchange);
        if (done.getException() != null) {
            throw new AssertionError(route + " failed", done.getException());
        }
    }

    PaymentStatus paymentStatus(String orderId) {
        return shop.orders().get(orderId).payment().status();
    }
}
