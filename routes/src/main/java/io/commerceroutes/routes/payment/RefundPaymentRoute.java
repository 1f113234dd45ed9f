package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.event.BackgroundErrors.BACKGROUND_ERRORS;
import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static io.commerceroutes.routes.payment.GatewayBreaker.ignoringTheRefused;
import static io.commerceroutes.routes.payment.GatewayMessages.PG_PAYMENTS;
import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.PAYMENT_WORKERS;

import io.commerceroutes.domain.settlement.CardPayments;
import io.commerceroutes.domain.settlement.RefundAnswer;
import io.commerceroutes.routes.transaction.Transactions;
import org.apache.camel.builder.RouteBuilder;

/**
 * Gives money back that the gateway took and must not keep, transaction by transaction. Each try looks first what has
 * become of the one before it, and only a look-up tells that the last one came to nothing. Where the gateway cannot do
 * it, the payment is left to a person.
 */
public class RefundPaymentRoute extends RouteBuilder {
    public static final String REFUND_PAYMENTS = "refund-payments";
    public static final String REFUND_PAYMENT = "refund-payment";
    public static final String CLAIM_REFUNDS = "claim-refunds";
    public static final String SEND_REFUND = "send-refund";
    public static final String SETTLE_REFUND = "settle-refund";
    public static final String SETTLE_REFUND_TRANSACTION = "settle-refund-transaction";
    public static final String PG_REFUNDS = "pg-refunds";

    private final CardPayments payments;
    private final RefundSteps refund;

    public RefundPaymentRoute(CardPayments payments, RefundSteps refund) {
        this.payments = payments;
        this.refund = refund;
    }

    @Override
    public void configure() {
        // spotless:off
        from("quartz:payments/" + REFUND_PAYMENTS + "?cron={{commerce.payment.refund-cron}}&stateful=true")
            .routeId(REFUND_PAYMENTS)
            .routeDescription("By the clock, refunds the transactions that are due.")
            .routeConfigurationId(BACKGROUND_ERRORS)
            .to("direct:" + CLAIM_REFUNDS).id("claim-due-refunds")
            .split(body()).parallelProcessing().executorService(PAYMENT_WORKERS).id("each-refund")
                .to("direct:" + REFUND_PAYMENT).id("refund")
            .end();

        from("direct:" + CLAIM_REFUNDS)
            .routeId(CLAIM_REFUNDS)
            .routeDescription("Claims refunds that are due, each with a lease.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .setBody(exchange -> refund.claim()).id("claim-refunds-that-are-due");

        from("direct:" + REFUND_PAYMENT)
            .routeId(REFUND_PAYMENT)
            .routeDescription("Refunds one transaction at the gateway and settles what it answers.")
            .errorHandler(noErrorHandler())
            .setVariable(RefundSteps.TASK, body()).id("take-refund")
            .setBody(exchange -> new RefundAnswer.NotAsked()).id("not-asked-yet")
            .doTry()
                .circuitBreaker().configuration(PG_REFUNDS).resilience4jConfiguration(ignoringTheRefused()).id(PG_REFUNDS)
                    .to("direct:" + SEND_REFUND).id("send-claimed-refund")
            .endDoTry()
            .doCatch(Exception.class)
                .process(refund::takeFailure).id("take-refund-failure")
            .end()
            .to("direct:" + SETTLE_REFUND).id("settle-answered-refund");

        from("direct:" + SEND_REFUND)
            .routeId(SEND_REFUND)
            .routeDescription("Sends one refund to the gateway, through its breaker.")
            .errorHandler(noErrorHandler())
            .process(refund::composeLookUp).id("compose-refund-look-up")
            .to(PG_PAYMENTS).id("get-payment-to-refund")
            .process(refund::readLookUp).id("read-refund-look-up")
            .filter(refund::isStillToBeMade).id("if-not-refunded-yet")
                .process(refund::compose).id("compose-refund")
                .to(PG_PAYMENTS).id("post-refund")
                .process(refund::readAnswer).id("read-refund-answer")
            .end();

        from("direct:" + SETTLE_REFUND)
            .routeId(SETTLE_REFUND)
            .routeDescription("Settles a refund by the gateway's answer; repeats it after a conflict.")
            .routeConfigurationId(BACKGROUND_ERRORS)
            .setVariable(RefundSteps.ANSWER, body()).id("keep-refund-answer")
            .to("direct:" + SETTLE_REFUND_TRANSACTION).id("settle-refund-in-one-transaction")
            .to(WAKE_RELAY).id("wake-relay-after-refund");

        from("direct:" + SETTLE_REFUND_TRANSACTION)
            .routeId(SETTLE_REFUND_TRANSACTION)
            .routeDescription("Writes what a refund's answer says in one transaction.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .choice().id("by-refund-answer")
                .when(variable(RefundSteps.ANSWER).isInstanceOf(RefundAnswer.NotAsked.class)).id("if-breaker-let-nothing-through")
                    .process(refund::giveTryBack).id("give-refund-try-back")
                .when(variable(RefundSteps.ANSWER).isInstanceOf(RefundAnswer.Unclear.class)).id("if-refund-is-unclear")
                    .process(refund::postpone).id("postpone-refund")
                .otherwise().id("if-refund-is-clear")
                    .setBody(refund::orderId).id("take-refunded-order")
                    .bean(payments, "lock").id("lock-refunded-payment")
                    .process(refund::decide).id("decide-on-refund")
                    .bean(payments, "write").id("write-refund")
            .end();
        // spotless:on
    }
}
