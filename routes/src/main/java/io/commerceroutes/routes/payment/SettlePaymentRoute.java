package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.compensation.CompensateOrderRoute.COMPENSATE_ORDER;
import static io.commerceroutes.routes.event.BackgroundErrors.BACKGROUND_ERRORS;
import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static io.commerceroutes.routes.payment.PaymentVariables.NEXT;
import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;

import io.commerceroutes.domain.order.CancelOrder;
import io.commerceroutes.domain.point.EarnRate;
import io.commerceroutes.domain.point.PointEarning;
import io.commerceroutes.domain.point.PointLedger;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.CardPayments;
import io.commerceroutes.domain.settlement.Finding;
import io.commerceroutes.domain.settlement.PaymentNote;
import io.commerceroutes.domain.settlement.Settled;
import io.commerceroutes.domain.settlement.Settlement;
import io.commerceroutes.routes.compensation.CompensateOrderRoute;
import io.commerceroutes.routes.transaction.Transactions;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where a finding changes a payment, whoever brought it. What the payment becomes, what its order becomes
 * and what the order earns or gives back are one transaction.
 */
public class SettlePaymentRoute extends RouteBuilder {
    public static final String SETTLE_PAYMENT = "settle-payment";
    public static final String SETTLE_PAYMENT_TRANSACTION = "settle-payment-transaction";

    /** Variable with the {@link Finding} to take into account. */
    public static final String FINDING = "finding";

    private static final Logger LOG = LoggerFactory.getLogger(SettlePaymentRoute.class);
    private static final String SETTLED = "settled";
    private static final String FOREIGN = "transactions-of-another-order";

    private final CardPayments payments;
    private final Settlement settlement;
    private final PointLedger points;
    private final EarnRate earnRate;
    private final Clock clock;

    public SettlePaymentRoute(
            CardPayments payments, Settlement settlement, PointLedger points, EarnRate earnRate, Clock clock) {
        this.payments = payments;
        this.settlement = settlement;
        this.points = points;
        this.earnRate = earnRate;
        this.clock = clock;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + SETTLE_PAYMENT)
            .routeId(SETTLE_PAYMENT)
            .routeDescription("The one place where a gateway's answer changes a payment; repeats it after a conflict.")
            .routeConfigurationId(BACKGROUND_ERRORS)
            .setVariable(FINDING, body()).id("keep-finding")
            .to("direct:" + SETTLE_PAYMENT_TRANSACTION).id("settle-in-one-transaction")
            .log(LoggingLevel.DEBUG, SettlePaymentRoute.class.getName(), "The payment of order ${variable.order-id} is settled").id("tell-settled")
            .to(WAKE_RELAY).id("wake-relay-after-settlement");

        from("direct:" + SETTLE_PAYMENT_TRANSACTION)
            .routeId(SETTLE_PAYMENT_TRANSACTION)
            .routeDescription("Writes what an answer says of a payment and its order in one transaction.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .setBody(variable(ORDER_ID)).id("take-order-to-settle")
            .bean(payments, "lock").id("lock-payment")
            .filter(simple("${body.isPresent}")).id("if-by-card")
                .setVariable(FOREIGN).exchange(this::foreign).id("which-are-another-orders")
                .process(this::decide).id("decide-settlement")
                .filter(simple("${variable.settled.isContradicted}")).id("if-contradicted")
                    .process(this::noteOnce).id("note-contradictions-once")
                .end()
                .bean(payments, "write").id("write-payment")
                .filter(simple("${variable.settled.isPaidNow}")).id("if-order-is-paid")
                    .setBody().exchange(this::earning).id("what-order-earns")
                    .bean(points, "earn").id("earn-points")
                .end()
                .filter(simple("${variable.settled.isCanceledNow}")).id("if-order-falls")
                    .setVariable(CompensateOrderRoute.COMMAND).exchange(SettlePaymentRoute::cancel).id("why-order-falls")
                    .to("direct:" + COMPENSATE_ORDER).id("compensate-after-settlement")
                .end()
            .end();
        // spotless:on
    }

    /** Keys of transactions that the gateway names here and that are known as another order's. */
    private Set<String> foreign(Exchange exchange) {
        CardPayment payment = locked(exchange);
        Finding finding = exchange.getVariable(FINDING, Finding.class);
        return payments.knownElsewhere(payment.order().orderId(), payment.unknownOf(finding));
    }

    private void decide(Exchange exchange) {
        @SuppressWarnings("unchecked")
        Set<String> foreign = exchange.getVariable(FOREIGN, Set.class);
        Settled settled = settlement.decide(
                locked(exchange), exchange.getVariable(FINDING, Finding.class), foreign, clock.instant());
        exchange.setVariable(SETTLED, settled);
        exchange.setVariable(NEXT, settled.next());
        exchange.getMessage().setBody(settled);
    }

    private static CardPayment locked(Exchange exchange) {
        Optional<?> locked = exchange.getMessage().getBody(Optional.class);
        return (CardPayment) locked.orElseThrow();
    }

    private void noteOnce(Exchange exchange) {
        Settled settled = exchange.getVariable(SETTLED, Settled.class);
        String orderId = settled.after().order().orderId();
        Settled once = settled.unlessNoted(payments.contradictions(orderId));
        once.notes().stream()
                .filter(PaymentNote::needsPerson)
                .forEach(note -> LOG.error(
                        "The gateway contradicts our books, a person must see to it: order {}, {}, {}",
                        orderId,
                        note.type(),
                        note.detail()));
        exchange.getMessage().setBody(once);
    }

    private PointEarning earning(Exchange exchange) {
        return earnRate.earnedBy(
                exchange.getVariable(SETTLED, Settled.class).after().order());
    }

    private static CancelOrder cancel(Exchange exchange) {
        Settled settled = exchange.getVariable(SETTLED, Settled.class);
        return new CancelOrder(
                settled.before().order().orderId(), settled.cancel().orElseThrow(), settled.at());
    }
}
