package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.settlement.Finding.Report;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One order's card payment, the gateway's own books, and all that is under way between the two, at one moment; for
 * tests.
 *
 * @param lookUp the one that is under way
 * @param late whether a request has reached the gateway after the time in which that was to be expected
 */
record PaymentWorld(
        CardPayment payment,
        Instant now,
        GatewayBooks books,
        List<Request> requests,
        Optional<LookUp> lookUp,
        boolean late) {
    /**
     * A request for money that is under way.
     *
     * @param key the transaction that the gateway made of it, if it has it
     * @param isWaitedFor whether anybody is left who would read the answer
     */
    record Request(int attemptNo, Optional<String> key, boolean isWaitedFor) {}

    /**
     * What a look-up read at the gateway, on its way back.
     *
     * @param calls of the gateway's that had been received before it went out
     */
    record LookUp(int provenUpTo, long calls, List<Report> reports) {}

    PaymentWorld {
        requests = List.copyOf(requests);
    }

    static PaymentWorld begun() {
        CardPaymentStory story = CardPaymentStory.begun();
        return new PaymentWorld(story.payment(), story.now(), GatewayBooks.EMPTY, List.of(), Optional.empty(), false);
    }

    CardPaymentStory story() {
        return CardPaymentStory.of(payment, now);
    }

    NextStep next() {
        return CardPaymentStory.SETTLEMENT.next(payment, now);
    }

    LookUp lookedUpNow() {
        return new LookUp(provableUpTo(), payment.calls().received(), books.reports());
    }

    int provableUpTo() {
        return payment.provableUpTo(now, CardPaymentStory.POLICY.quiet());
    }

    Optional<CardTransaction> known(String key) {
        return payment.transactions().stream()
                .filter(transaction -> transaction.key().equals(key))
                .findFirst();
    }

    PaymentWorld at(Instant moment) {
        return new PaymentWorld(payment, moment, books, requests, lookUp, late);
    }

    PaymentWorld with(CardPaymentStory story) {
        return new PaymentWorld(story.payment(), story.now(), books, requests, lookUp, late);
    }

    PaymentWorld with(GatewayBooks changed) {
        return new PaymentWorld(payment, now, changed, requests, lookUp, late);
    }

    PaymentWorld with(Optional<LookUp> underWay) {
        return new PaymentWorld(payment, now, books, requests, underWay, late);
    }

    PaymentWorld withRequests(Stream<Request> underWay) {
        return new PaymentWorld(payment, now, books, underWay.toList(), lookUp, late);
    }

    PaymentWorld without(Request request) {
        return withRequests(requests.stream().filter(other -> !other.equals(request)));
    }

    /** Sends a request; the answer is waited for. */
    PaymentWorld sent(int attemptNo) {
        return withRequests(
                Stream.concat(requests.stream(), Stream.of(new Request(attemptNo, Optional.empty(), true))));
    }

    /** The request reaches the gateway, which makes its next transaction of it. */
    PaymentWorld taken(Request request) {
        boolean unexpected = !now.isBefore(expectedUntil(request.attemptNo()));
        Stream<Request> left = requests.stream()
                .filter(other -> !other.equals(request) || other.isWaitedFor())
                .map(other -> other.equals(request)
                        ? new Request(request.attemptNo(), Optional.of(books.nextKey()), true)
                        : other);
        return new PaymentWorld(payment, now, books.entered(), left.toList(), lookUp, late || unexpected);
    }

    /** The quiet time begins when the attempt ends, or when nobody believes in it any more. */
    private Instant expectedUntil(int attemptNo) {
        return payment.attempts()
                .get(attemptNo - 1)
                .endedAt()
                .or(payment::leaseUntil)
                .orElseThrow()
                .plus(CardPaymentStory.POLICY.quiet());
    }
}
