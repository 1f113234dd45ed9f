package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.domain.settlement.GatewayBooks.Entry;
import io.commerceroutes.domain.settlement.PaymentWorld.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a {@link PaymentWorld} run fair from some moment on: the gateway answers everything and time goes on. For tests.
 */
final class FairEnd {
    private static final int STEPS_MAX = 100;

    private final boolean kind;
    private final Set<String> endingWell = new HashSet<>();

    /** @param kind whether what is on its way gets there and is approved; else it is lost, and the rest declined */
    FairEnd(boolean kind) {
        this.kind = kind;
    }

    /**
     * @param startKey see {@link WorldKey}
     * @throws AssertionError if it does not come to an end, or to a wrong one
     */
    void endsWell(PaymentWorld start, String startKey) {
        List<String> path = new ArrayList<>();
        PaymentWorld world = start;
        String key = startKey;
        while (!endingWell.contains(key)) {
            path.add(key);
            if (WorldInvariants.isAllKnown(world)) {
                WorldInvariants.holdAtTheEnd(start, world);
                break;
            }
            PaymentInvariants.require(path.size() < STEPS_MAX, "it comes to an end", start, world);
            PaymentWorld next = next(world);
            WorldInvariants.hold(world, next);
            world = next;
            key = WorldKey.of(next);
        }
        endingWell.addAll(path);
    }

    private PaymentWorld next(PaymentWorld world) {
        if (!world.requests().isEmpty()) {
            return delivered(world, world.requests().getFirst());
        }
        Optional<Entry> pending =
                world.books().entries().stream().filter(Entry::isPending).findFirst();
        if (pending.isPresent()) {
            return world.with(decided(world.books(), pending.get().key()));
        }
        Optional<CardTransaction> owed = world.payment().transactions().stream()
                .filter(transaction -> transaction.refund() == RefundState.DUE)
                .findFirst();
        if (owed.isPresent()) {
            return GatewaySteps.refunded(world, owed.get().key());
        }
        return world.lookUp().isPresent()
                ? PaymentStep.POLL_ANSWER.outcomes(world).findFirst().orElseThrow()
                : PaymentStep.reconciled(PaymentStep.whenDue(world));
    }

    private PaymentWorld delivered(PaymentWorld world, Request request) {
        if (kind && request.key().isEmpty()) {
            return world.taken(request);
        }
        if (!request.isWaitedFor()) {
            return world.without(request);
        }
        return kind
                ? GatewaySteps.accepted(world, request)
                : GatewaySteps.failed(world, request, AttemptOutcome.UNCLEAR);
    }

    private GatewayBooks decided(GatewayBooks books, String key) {
        return kind ? books.approved(key, CardPaymentStory.PAYABLE.won()) : books.declined(key);
    }
}
