package io.commerceroutes.routes.audit;

import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;
import static io.commerceroutes.routes.payment.PaymentVariables.SNAPSHOT;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.Finding;
import io.commerceroutes.domain.settlement.GatewayBalance;
import io.commerceroutes.routes.audit.AuditReport.Example;
import io.commerceroutes.routes.audit.AuditReport.Invariant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/** The steps of the audit that asks the gateway. As a strategy it collects what came of each order. */
public class GatewayAudit implements AggregationStrategy {
    /** Name of the invariant, and of the query that says which orders are asked for. */
    static final String GATEWAY = "gateway";

    /** Header with what a person gave back of an order, in won. */
    static final String RETURNED_BY_HAND = "returnedByHand";

    /** Variable with what a look-up found. */
    static final String FOUND = "found-at-gateway";

    private static final String ASK_UNTIL = "ask-until";

    private final Clock clock;
    private final Duration durationMax;

    /** @param durationMax after so long no further order is asked for in one audit */
    public GatewayAudit(Clock clock, Duration durationMax) {
        this.clock = clock;
        this.durationMax = durationMax;
    }

    void begin(Exchange exchange) {
        exchange.setVariable(ASK_UNTIL, clock.instant().plus(durationMax));
    }

    boolean isInTime(Exchange exchange) {
        return clock.instant().isBefore(exchange.getVariable(ASK_UNTIL, Instant.class));
    }

    /** Who is not settled any more has changed since the snapshot. */
    void keepIfSettled(Exchange exchange) {
        Optional<CardPayment> settled = payment(exchange).filter(CardPayment::isSettled);
        settled.ifPresent(payment -> exchange.setVariable(SNAPSHOT, payment));
        exchange.getMessage().setBody(settled.orElse(null));
    }

    void compare(Exchange exchange) {
        Finding.LookedUp found = exchange.getVariable(FOUND, Finding.LookedUp.class);
        Money returnedByHand = Money.of(exchange.getMessage().getHeader(RETURNED_BY_HAND, Long.class));
        exchange.getMessage()
                .setBody(payment(exchange)
                        .flatMap(after -> GatewayBalance.of(
                                exchange.getVariable(SNAPSHOT, CardPayment.class),
                                after,
                                found.reports(),
                                returnedByHand))
                        .orElse(null));
    }

    /** Whoever wrote into its rows has made it something that is no order. */
    static void tellContradiction(Exchange exchange) {
        exchange.getMessage()
                .setBody(new Example(
                        exchange.getVariable(ORDER_ID, String.class),
                        "cannot be read: its rows contradict one another"));
    }

    @Override
    public Exchange aggregate(Exchange collected, Exchange one) {
        List<Object> all = new ArrayList<>(collected == null ? List.of() : found(collected));
        if (one.getMessage().getBody() instanceof GatewayBalance
                || one.getMessage().getBody() instanceof Example) {
            all.add(one.getMessage().getBody());
        }
        Exchange result = collected == null ? one : collected;
        result.getMessage().setBody(all);
        return result;
    }

    /** Only what was compared counts as checked. */
    static void tell(Exchange exchange) {
        List<?> found = found(exchange);
        exchange.getMessage()
                .setBody(Invariant.of(
                        GATEWAY,
                        found.stream().filter(GatewayBalance.class::isInstance).count(),
                        found.stream().flatMap(GatewayAudit::violation).toList()));
    }

    private static Stream<Example> violation(Object found) {
        if (found instanceof GatewayBalance balance) {
            return balance.holds() ? Stream.empty() : Stream.of(new Example(balance.orderId(), balance.told()));
        }
        return Stream.of((Example) found);
    }

    private static List<?> found(Exchange exchange) {
        return exchange.getMessage().getBody(List.class);
    }

    private static Optional<CardPayment> payment(Exchange exchange) {
        return ((Optional<?>) exchange.getMessage().getBody()).map(CardPayment.class::cast);
    }
}
