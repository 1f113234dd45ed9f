package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.domain.settlement.CardTransaction.Status;
import io.commerceroutes.domain.settlement.Finding.Report;
import io.commerceroutes.domain.settlement.GatewayBooks.Entry;
import io.commerceroutes.domain.settlement.PaymentWorld.Request;
import io.commerceroutes.domain.settlement.Refunding.Resolution;
import java.util.Optional;
import java.util.stream.Stream;

/** What the gateway may do in a {@link PaymentWorld}, for tests. */
final class GatewaySteps {
    private static final int ENTRIES_MAX = 3;
    private static final long PAYABLE = CardPaymentStory.PAYABLE.won();

    private GatewaySteps() {}

    static Stream<PaymentWorld> arrives(PaymentWorld world) {
        return onTheirWay(world).map(world::taken);
    }

    static Stream<PaymentWorld> decides(PaymentWorld world) {
        return world.books().entries().stream()
                .filter(Entry::isPending)
                .flatMap(entry -> Stream.of(
                                world.books().approved(entry.key(), PAYABLE),
                                world.books().approved(entry.key(), PAYABLE - 1),
                                world.books().declined(entry.key()))
                        .map(world::with));
    }

    static Stream<PaymentWorld> approvesAgain(PaymentWorld world) {
        boolean captured = world.books().entries().stream().anyMatch(entry -> entry.captured() > 0);
        String key = world.books().nextKey();
        return onTheirWay(world)
                .filter(request -> captured)
                .map(world::taken)
                .map(taken -> taken.with(taken.books().approved(key, PAYABLE)));
    }

    static Stream<PaymentWorld> doubles(PaymentWorld world) {
        boolean accepted =
                world.payment().attempts().stream().anyMatch(attempt -> attempt.outcome() == AttemptOutcome.ACCEPTED);
        boolean isDouble = world.books().entries().size() == 1 && accepted;
        return isDouble
                ? Stream.of(world.with(
                                world.books().entered().approved(world.books().nextKey(), PAYABLE))
                        .with(world.story().called()))
                : Stream.of();
    }

    static Stream<PaymentWorld> answers(PaymentWorld world) {
        return waitedFor(world)
                .flatMap(request -> request.key().isPresent()
                        ? Stream.of(accepted(world, request), failed(world, request, AttemptOutcome.SERVER_ERROR))
                        : Stream.concat(
                                refusals().map(outcome -> failed(world, request, outcome)),
                                onTheirWay(world)
                                        .filter(request::equals)
                                        .map(world::taken)
                                        .flatMap(GatewaySteps::answers)));
    }

    static PaymentWorld accepted(PaymentWorld world, Request request) {
        return world.with(world.story()
                        .accepted(request.attemptNo(), request.key().orElseThrow()))
                .without(request);
    }

    static PaymentWorld failed(PaymentWorld world, Request request, AttemptOutcome outcome) {
        return world.with(world.story().decide(new Finding.AttemptFailed(request.attemptNo(), outcome)))
                .without(request);
    }

    /** The request may still be on its way. */
    static Stream<PaymentWorld> answersNoMore(PaymentWorld world) {
        return waitedFor(world).map(request -> {
            PaymentWorld over = failed(world, request, AttemptOutcome.UNCLEAR);
            return request.key().isPresent()
                    ? over
                    : over.withRequests(Stream.concat(
                            over.requests().stream(),
                            Stream.of(new Request(request.attemptNo(), Optional.empty(), false))));
        });
    }

    static Stream<PaymentWorld> refunds(PaymentWorld world) {
        return world.payment().transactions().stream().flatMap(transaction -> {
            String key = transaction.key();
            if (transaction.refund() == RefundState.FAILED) {
                return Stream.of(
                        world.with(world.story().resolved(Resolution.RETRY)),
                        byHand(world).with(world.story().resolved(Resolution.REFUNDED)));
            }
            return transaction.refund() == RefundState.DUE ? refundTried(world, key) : Stream.of();
        });
    }

    /** Made; made, and nobody was told; or impossible. */
    private static Stream<PaymentWorld> refundTried(PaymentWorld world, String key) {
        PaymentWorld made = refunded(world, key);
        return world.books().entry(key).isKept()
                ? Stream.of(
                        made, world.with(made.books()), world.with(world.story().refundImpossible(key)))
                : Stream.of(made);
    }

    static PaymentWorld refunded(PaymentWorld world, String key) {
        return world.with(world.story().refunded(key)).with(world.books().refunded(key));
    }

    private static PaymentWorld byHand(PaymentWorld world) {
        GatewayBooks books = world.books();
        for (CardTransaction transaction : world.payment().transactions()) {
            books = transaction.refund() == RefundState.FAILED ? books.refunded(transaction.key()) : books;
        }
        return world.with(books);
    }

    /** As if the gateway had said nothing of that transaction. */
    static Stream<PaymentWorld> contradicts(PaymentWorld world) {
        return world.payment().transactions().stream()
                .filter(transaction -> !transaction.isUndecided())
                .map(transaction -> contradicts(world, transaction));
    }

    private static PaymentWorld contradicts(PaymentWorld world, CardTransaction known) {
        Report[] others = world.books().reports().stream()
                .filter(report -> !report.transactionKey().equals(known.key()))
                .toArray(Report[]::new);
        CardPayment untold = world.story().lookedUp(0, others).payment();
        Report[] lying = Stream.concat(Stream.of(others), Stream.of(contradiction(known)))
                .toArray(Report[]::new);
        PaymentWorld after = world.with(world.story().lookedUp(0, lying));
        PaymentInvariants.require(
                after.payment().equals(untold), "a contradiction changes nothing", untold, after.payment());
        return after;
    }

    private static Report contradiction(CardTransaction known) {
        return new Report(
                known.key(),
                known.status() == Status.SUCCESS ? Status.FAILED : Status.SUCCESS,
                Optional.of(CardPaymentStory.PAYABLE),
                known.reason());
    }

    private static Stream<AttemptOutcome> refusals() {
        return Stream.of(AttemptOutcome.SERVER_ERROR, AttemptOutcome.NOT_SENT, AttemptOutcome.CARD_REFUSED);
    }

    private static Stream<Request> waitedFor(PaymentWorld world) {
        return world.requests().stream().filter(Request::isWaitedFor);
    }

    private static Stream<Request> onTheirWay(PaymentWorld world) {
        return world.requests().stream()
                .filter(request -> request.key().isEmpty())
                .filter(request -> world.books().entries().size() < ENTRIES_MAX);
    }
}
