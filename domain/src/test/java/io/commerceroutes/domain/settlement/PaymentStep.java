package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentDeadlines;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What may happen next in a {@link PaymentWorld}, each in every way in which it can come out; for tests. */
enum PaymentStep {
    /** A request reaches the gateway, at whatever time. */
    ARRIVAL(GatewaySteps::arrives),
    /** The gateway decides on a transaction. */
    DECISION(GatewaySteps::decides),
    /** A request that nobody believed in any more reaches the gateway and is approved, besides what it has captured. */
    SECOND_APPROVAL(GatewaySteps::approvesAgain),
    /** The gateway makes a second transaction of a request that it has answered, and calls back about it. */
    DOUBLED(GatewaySteps::doubles),
    ANSWER(GatewaySteps::answers),
    TIME_OUT(GatewaySteps::answersNoMore),
    /** A refund is tried, or a person sees to one that failed. */
    REFUND_ANSWER(GatewaySteps::refunds),
    /** The gateway takes back what it said. */
    CONTRADICTION(GatewaySteps::contradicts),
    CALLBACK(PaymentStep::calledBack),
    POLL(PaymentStep::polled),
    /** A look-up that took its time comes back with what was true when it read. */
    POLL_ANSWER(PaymentStep::pollAnswered),
    CANCEL(PaymentStep::canceled),
    SOFT_DEADLINE(world -> reached(world, deadlines().soft(ordered(world)))),
    HARD_DEADLINE(world -> reached(world, deadlines().hard(ordered(world)))),
    /** Whoever waited for an answer is gone. */
    CRASH(PaymentStep::crashed);

    private final Function<PaymentWorld, Stream<PaymentWorld>> outcomes;

    PaymentStep(Function<PaymentWorld, Stream<PaymentWorld>> outcomes) {
        this.outcomes = outcomes;
    }

    /** Every world that may follow; none if this cannot happen now. */
    Stream<PaymentWorld> outcomes(PaymentWorld world) {
        return outcomes.apply(world);
    }

    /** What reconcile does now, if the gateway answers at once. */
    static PaymentWorld reconciled(PaymentWorld world) {
        return switch (world.next()) {
            case ASK ->
                world.with(world.story().ask()).sent(world.payment().attempts().size() + 1);
            case LOOK_UP -> told(world, world.lookedUpNow());
            case DECIDE -> world.with(world.story().nothingNew());
            case WAIT -> world;
        };
    }

    /** At the next time at which there is something to do; what is due and must wait is due again at each turn. */
    static PaymentWorld whenDue(PaymentWorld world) {
        PaymentWorld due = world.with(world.story().whenDue());
        return due.next() == NextStep.WAIT ? due.with(due.story().after(CardPaymentStory.LEASE)) : due;
    }

    static PaymentWorld told(PaymentWorld world, PaymentWorld.LookUp lookUp) {
        return world.with(
                world.story().decide(new Finding.LookedUp(lookUp.provenUpTo(), lookUp.calls(), lookUp.reports())));
    }

    private static Stream<PaymentWorld> calledBack(PaymentWorld world) {
        if (world.books().isEmpty()) {
            return Stream.of();
        }
        return reconciledSomehow(world.with(world.story().called()));
    }

    private static Stream<PaymentWorld> polled(PaymentWorld world) {
        return world.payment().dueAt().isPresent() ? reconciledSomehow(whenDue(world)) : Stream.of();
    }

    private static Stream<PaymentWorld> reconciledSomehow(PaymentWorld world) {
        if (world.next() != NextStep.LOOK_UP) {
            return Stream.of(reconciled(world));
        }
        Stream<PaymentWorld> atOnce =
                Stream.of(reconciled(world), world.with(world.story().noAnswer()));
        return world.lookUp().isPresent()
                ? atOnce
                : Stream.concat(atOnce, Stream.of(world.with(Optional.of(world.lookedUpNow()))));
    }

    private static Stream<PaymentWorld> pollAnswered(PaymentWorld world) {
        return world.lookUp().map(lookUp -> told(world, lookUp).with(Optional.<PaymentWorld.LookUp>empty())).stream();
    }

    private static Stream<PaymentWorld> canceled(PaymentWorld world) {
        return world.payment().order().status() == OrderStatus.CANCELED
                ? Stream.of()
                : Stream.of(world.with(world.story().canceledByCustomer()));
    }

    private static Stream<PaymentWorld> crashed(PaymentWorld world) {
        boolean waits = world.requests().stream().anyMatch(PaymentWorld.Request::isWaitedFor)
                || world.lookUp().isPresent();
        return waits
                ? Stream.of(world.withRequests(world.requests().stream()
                                .filter(request -> request.key().isEmpty())
                                .map(request -> new PaymentWorld.Request(request.attemptNo(), Optional.empty(), false)))
                        .with(Optional.<PaymentWorld.LookUp>empty()))
                : Stream.of();
    }

    /** It matters to an open payment only. */
    private static Stream<PaymentWorld> reached(PaymentWorld world, Instant deadline) {
        return world.payment().isOpen() && world.now().isBefore(deadline) ? Stream.of(world.at(deadline)) : Stream.of();
    }

    private static PaymentDeadlines deadlines() {
        return CardPaymentStory.POLICY.deadlines();
    }

    private static Instant ordered(PaymentWorld world) {
        return world.payment().order().createdAt();
    }
}
