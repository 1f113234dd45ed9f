package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static io.commerceroutes.routes.payment.LookUpPaymentRoute.LOOK_UP_PAYMENT;
import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;
import static io.commerceroutes.routes.payment.PaymentVariables.SNAPSHOT;
import static io.commerceroutes.routes.payment.SettlePaymentRoute.FINDING;
import static io.commerceroutes.routes.payment.SettlePaymentRoute.SETTLE_PAYMENT_TRANSACTION;

import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.CardPayments;
import io.commerceroutes.domain.settlement.NextStep;
import io.commerceroutes.domain.settlement.Settlement;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Before a customer reads an order whose payment is due: asks the gateway what became of it and settles that. Whatever
 * fails here, the order is answered as it is, and the schedule sees to its payment.
 */
public class RefreshPaymentRoute extends RouteBuilder {
    public static final String REFRESH_PAYMENT = "refresh-payment";

    private static final Logger LOG = LoggerFactory.getLogger(RefreshPaymentRoute.class);

    private final CardPayments payments;
    private final Settlement settlement;
    private final LookUpTurns turns;
    private final Clock clock;

    public RefreshPaymentRoute(CardPayments payments, Settlement settlement, LookUpTurns turns, Clock clock) {
        this.payments = payments;
        this.settlement = settlement;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + REFRESH_PAYMENT)
            .routeId(REFRESH_PAYMENT)
            .routeDescription("Asks the gateway about a payment that is due before its order is shown, and never fails.")
            .errorHandler(noErrorHandler())
            .doTry()
                .bean(payments, "find(${variable.order-id})").id("find-payment-to-refresh")
                .filter(this::beginsTurn).id("if-due-to-be-looked-up")
                    .doTry()
                        .to("direct:" + LOOK_UP_PAYMENT).id("look-up-before-read")
                        .filter(body().isNotNull()).id("if-found-before-read")
                            .setVariable(FINDING, body()).id("keep-what-was-found")
                            .to("direct:" + SETTLE_PAYMENT_TRANSACTION).id("settle-before-read")
                            .to(WAKE_RELAY).id("wake-relay-before-read")
                    .endDoTry()
                    .doFinally()
                        .process(this::endTurn).id("end-turn-of-read")
                    .end()
                .end()
            .endDoTry()
            .doCatch(Exception.class)
                .process(RefreshPaymentRoute::tell).id("tell-refresh-failure")
            .end();
        // spotless:on
    }

    private boolean beginsTurn(Exchange exchange) {
        Instant now = clock.instant();
        Optional<?> found = exchange.getMessage().getBody(Optional.class);
        Optional<CardPayment> due = found.map(CardPayment.class::cast)
                .filter(CardPayment::isOpen)
                .filter(payment -> payment.isDue(now))
                .filter(payment -> settlement.next(payment, now) == NextStep.LOOK_UP);
        due.ifPresent(payment -> exchange.setVariable(SNAPSHOT, payment));
        return due.isPresent() && turns.begin(orderId(exchange));
    }

    private void endTurn(Exchange exchange) {
        turns.end(orderId(exchange));
    }

    private static void tell(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        LOG.warn("Order {} is shown as it is: {}", orderId(exchange), failure.toString());
    }

    private static String orderId(Exchange exchange) {
        return exchange.getVariable(ORDER_ID, String.class);
    }
}
