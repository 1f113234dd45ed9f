package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.event.BackgroundErrors.BACKGROUND_ERRORS;
import static io.commerceroutes.routes.payment.GatewayBreaker.ignoringTheRefused;
import static io.commerceroutes.routes.payment.GatewayMessages.PG_PAYMENTS;
import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;
import static io.commerceroutes.routes.payment.SettlePaymentRoute.SETTLE_PAYMENT;

import io.commerceroutes.domain.settlement.CardPayments;
import io.commerceroutes.routes.transaction.Transactions;
import org.apache.camel.builder.RouteBuilder;

/**
 * Asks the gateway for an order's money, once: claims an attempt, sends it, and settles what came of it. Right after an
 * order's commit, and whenever reconcile-payments has found that the gateway has nothing. Inside the breaker from the
 * claim on, so that a call that it or its bulkhead refuses is no attempt: the payment stays due.
 */
public class RequestPaymentRoute extends RouteBuilder {
    public static final String REQUEST_PAYMENT = "request-payment";
    public static final String REQUEST_PAYMENT_AFTER_COMMIT = "request-payment-after-commit";
    public static final String CLAIM_ATTEMPT = "claim-attempt";
    public static final String SEND_ATTEMPT = "send-attempt";
    public static final String PG_REQUESTS = "pg-requests";

    /** Takes the ids of orders that were just placed; what does not fit in is found by reconcile-payments. */
    public static final String ORDERED_BY_CARD = "seda:ordered-by-card?size={{commerce.payment.queue-size}}"
            + "&discardWhenFull=true&waitForTaskToComplete=Never&concurrentConsumers={{commerce.payment.workers}}";

    private final CardPayments payments;
    private final Attempting attempting;

    public RequestPaymentRoute(CardPayments payments, Attempting attempting) {
        this.payments = payments;
        this.attempting = attempting;
    }

    @Override
    public void configure() {
        // spotless:off
        from(ORDERED_BY_CARD)
            .routeId(REQUEST_PAYMENT_AFTER_COMMIT)
            .routeDescription("Requests the payments of orders that were placed just now.")
            .routeConfigurationId(BACKGROUND_ERRORS)
            .setVariable(ORDER_ID, body()).id("take-ordered")
            .to("direct:" + REQUEST_PAYMENT).id("request-ordered");

        from("direct:" + REQUEST_PAYMENT)
            .routeId(REQUEST_PAYMENT)
            .routeDescription("Requests a payment at the gateway, a few attempts in a row.")
            .errorHandler(noErrorHandler())
            .setBody(exchange -> null).id("no-attempt-yet")
            .doTry()
                .circuitBreaker().configuration(PG_REQUESTS).resilience4jConfiguration(ignoringTheRefused()).id(PG_REQUESTS)
                    .to("direct:" + CLAIM_ATTEMPT).id("claim")
                    .filter(body().isNotNull()).id("if-claimed")
                        .to("direct:" + SEND_ATTEMPT).id("send")
                    .end()
            .endDoTry()
            .doCatch(Exception.class)
                .process(attempting::takeFailure).id("take-attempt-failure")
            .end()
            .filter(body().isNotNull()).id("if-attempted")
                .to("direct:" + SETTLE_PAYMENT).id("settle-attempt")
            .end();

        from("direct:" + CLAIM_ATTEMPT)
            .routeId(CLAIM_ATTEMPT)
            .routeDescription("Claims one attempt with a lease before it is sent.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .setBody(variable(ORDER_ID)).id("take-order-to-claim")
            .bean(payments, "lock").id("lock-for-claim")
            .process(attempting::claim).id("decide-claim")
            .filter(body().isNotNull()).id("if-to-be-asked")
                .bean(payments, "write").id("write-attempt")
                .process(attempting::keepClaimed).id("keep-claimed")
            .end();

        from("direct:" + SEND_ATTEMPT)
            .routeId(SEND_ATTEMPT)
            .routeDescription("Sends one attempt to the gateway, through its breaker.")
            .errorHandler(noErrorHandler())
            .process(attempting::confirmLease).id("confirm-lease")
            .filter(body().isNotNull()).id("if-lease-holds")
                .doTry()
                    .process(attempting::compose).id("compose-request")
                    .filter(attempting::isComposed).id("if-card-is-there")
                        .to(PG_PAYMENTS).id("post-payment")
                        .process(attempting::readAnswer).id("read-answer")
                .endDoTry()
                .doCatch(Exception.class)
                    .process(attempting::tellFailure).id("tell-attempt-failure")
                .end()
            .end();
        // spotless:on
    }
}
