package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.event.BackgroundErrors.BACKGROUND_ERRORS;
import static io.commerceroutes.routes.payment.LookUpPaymentRoute.LOOK_UP_PAYMENT;
import static io.commerceroutes.routes.payment.PaymentVariables.NEXT;
import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;
import static io.commerceroutes.routes.payment.PaymentVariables.SNAPSHOT;
import static io.commerceroutes.routes.payment.RequestPaymentRoute.REQUEST_PAYMENT;
import static io.commerceroutes.routes.payment.SettlePaymentRoute.SETTLE_PAYMENT;

import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.CardPayments;
import io.commerceroutes.domain.settlement.Finding;
import io.commerceroutes.domain.settlement.NextStep;
import io.commerceroutes.domain.settlement.Settlement;
import io.commerceroutes.routes.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.builder.RouteBuilder;

/**
 * Every payment that is due: look up what the gateway has and settle, ask it again, or let the payment expire. On a
 * schedule, those that wait longest first; and at once for a payment that the gateway has called about, unless it was
 * asked just now: then the schedule's next run does it. One that fails is put off, whatever it was: else those that fail
 * again and again would be the first of every run, and of many of them nobody else would ever have a turn.
 */
public class ReconcilePaymentsRoute extends RouteBuilder {
    public static final String RECONCILE_PAYMENTS = "reconcile-payments";
    public static final String RECONCILE_CALLED_ABOUT = "reconcile-called-about";
    public static final String RECONCILE_PAYMENT = "reconcile-payment";
    public static final String PURSUE_PAYMENT = "pursue-payment";
    public static final String PUT_OFF_PAYMENT = "put-off-payment";

    /** Name of the executor that works on payments that are due. */
    public static final String PAYMENT_WORKERS = "payment-workers";

    /** Takes ids of orders that the gateway called about; what does not fit in is due all the same. */
    public static final String CALLED_ABOUT = "seda:called-about?size={{commerce.payment.queue-size}}"
            + "&discardWhenFull=true&waitForTaskToComplete=Never&concurrentConsumers={{commerce.payment.workers}}";

    /** Set when nothing has failed: a failure that is told of already ends the routes that called, and leaves no exception. */
    private static final String SEEN_TO = "payment-seen-to";

    private final CardPayments payments;
    private final Settlement settlement;
    private final LookUpTurns turns;
    private final Clock clock;
    private final int batchSize;
    private final Duration putOff;

    /**
     * @param batchSize how many payments one run takes on
     * @param putOff how long one that failed is left alone
     */
    public ReconcilePaymentsRoute(
            CardPayments payments,
            Settlement settlement,
            LookUpTurns turns,
            Clock clock,
            int batchSize,
            Duration putOff) {
        this.payments = payments;
        this.settlement = settlement;
        this.turns = turns;
        this.clock = clock;
        this.batchSize = batchSize;
        this.putOff = putOff;
    }

    @Override
    public void configure() {
        // spotless:off
        from("quartz:payments/" + RECONCILE_PAYMENTS + "?cron={{commerce.payment.reconcile-cron}}&stateful=true")
            .routeId(RECONCILE_PAYMENTS)
            .routeDescription("By the clock, takes every payment that is due to the gateway's truth.")
            .routeConfigurationId(BACKGROUND_ERRORS)
            .setBody(exchange -> due()).id("find-due")
            .split(body()).parallelProcessing().executorService(PAYMENT_WORKERS).id("each-due")
                .setVariable(ORDER_ID, body()).id("take-due")
                .to("direct:" + RECONCILE_PAYMENT).id("reconcile-due")
            .end();

        from(CALLED_ABOUT)
            .routeId(RECONCILE_CALLED_ABOUT)
            .routeDescription("Takes payments that a callback was about to the gateway's truth, at once.")
            .routeConfigurationId(BACKGROUND_ERRORS)
            .setVariable(ORDER_ID, body()).id("take-called-about")
            .filter(exchange -> turns.begin(orderId(exchange))).id("unless-just-looked-up")
                .doTry()
                    .to("direct:" + RECONCILE_PAYMENT).id("reconcile-after-call")
                .doFinally()
                    .process(this::endTurn).id("end-turn")
                .end()
            .end();

        from("direct:" + RECONCILE_PAYMENT)
            .routeId(RECONCILE_PAYMENT)
            .routeDescription("Takes one payment to the gateway's truth, and puts it off if that fails.")
            .errorHandler(noErrorHandler())
            .doTry()
                .to("direct:" + PURSUE_PAYMENT).id("pursue")
                .setVariable(SEEN_TO, constant(true)).id("note-seen-to")
            .doFinally()
                .filter(this::hasFailedThoughDue).id("if-failed-though-due")
                    .to("direct:" + PUT_OFF_PAYMENT).id("put-off-failed")
                .end()
            .end();

        from("direct:" + PURSUE_PAYMENT)
            .routeId(PURSUE_PAYMENT)
            .routeDescription("Looks one payment up and settles it, asks again, or lets it expire.")
            .errorHandler(noErrorHandler())
            .bean(payments, "find(${variable.order-id})").id("find-payment")
            .process(this::decideStep).id("decide-step")
            .choice().id("by-step")
                .when(nextIs(NextStep.LOOK_UP)).id("if-to-be-looked-up")
                    .to("direct:" + LOOK_UP_PAYMENT).id("look-up-due")
                .when(nextIs(NextStep.DECIDE)).id("if-to-be-decided")
                    .setBody(exchange -> new Finding.Nothing()).id("nothing-to-be-learned")
                .otherwise().id("if-to-be-asked-or-left")
                    .setBody(exchange -> null).id("no-finding")
            .end()
            .filter(body().isNotNull()).id("if-found")
                .to("direct:" + SETTLE_PAYMENT).id("settle-found")
            .end()
            .filter(nextIs(NextStep.ASK)).id("if-gateway-has-nothing")
                .to("direct:" + REQUEST_PAYMENT).id("ask-again")
            .end();

        from("direct:" + PUT_OFF_PAYMENT)
            .routeId(PUT_OFF_PAYMENT)
            .routeDescription("Lets a payment that failed wait, so that it holds up no other.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .process(this::putOff).id("put-off");
        // spotless:on
    }

    private void endTurn(Exchange exchange) {
        turns.end(orderId(exchange));
    }

    private static String orderId(Exchange exchange) {
        return exchange.getVariable(ORDER_ID, String.class);
    }

    private List<String> due() {
        return payments.due(clock.instant(), batchSize);
    }

    /** What could not even be read may be due. */
    private boolean hasFailedThoughDue(Exchange exchange) {
        CardPayment read = exchange.getVariable(SNAPSHOT, CardPayment.class);
        return exchange.getVariable(SEEN_TO) == null && (read == null || read.isDue(clock.instant()));
    }

    private void putOff(Exchange exchange) {
        Instant now = clock.instant();
        payments.putOff(orderId(exchange), now, now.plus(putOff));
    }

    private void decideStep(Exchange exchange) {
        Optional<?> found = exchange.getMessage().getBody(Optional.class);
        found.map(CardPayment.class::cast).ifPresent(payment -> exchange.setVariable(SNAPSHOT, payment));
        exchange.setVariable(
                NEXT,
                found.map(CardPayment.class::cast)
                        .map(payment -> settlement.next(payment, clock.instant()))
                        .orElse(NextStep.WAIT));
    }

    private static Predicate nextIs(NextStep step) {
        return exchange -> exchange.getVariable(NEXT) == step;
    }
}
