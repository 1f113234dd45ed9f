package io.commerceroutes.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.domain.settlement.Finding.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * One order against a gateway that fails in every way and tells the truth when it answers, for tests. Both go through
 * time together, event by event; a seed tells everything that happens.
 */
final class GatewayStory {
    private static final int EVENTS_MAX = 3_000;
    private static final Duration READ_TIME_OUT = Duration.ofSeconds(2);
    private static final Duration TICK = Duration.ofMillis(500);

    private record Event(Instant at, long number, Runnable action) {}

    private final Random random;
    private final boolean punctual;
    private final CardPaymentStory story = CardPaymentStory.begun();
    private GatewayBooks books = GatewayBooks.EMPTY;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::number));
    private final Instant outageEnds;
    private Instant now = story.now();
    private Instant nextTurn = now;
    private long eventCount;

    /** @param punctual whether nothing reaches the gateway later than the quiet time allows */
    GatewayStory(long seed, boolean punctual) {
        this.random = new Random(seed);
        this.punctual = punctual;
        this.outageEnds = now.plus(random.nextInt(4) == 0 ? upTo(2_400) : Duration.ZERO);
    }

    /** Goes on until nothing is left to do, and checks the invariants at every step. */
    CardPaymentStory toTheEnd() {
        if (random.nextInt(3) == 0) {
            in(upTo(random.nextInt(2) == 0 ? 10 : 2_000), this::cancel);
        }
        for (int step = 0; step < EVENTS_MAX; step++) {
            Optional<Instant> due = story.payment().dueAt().map(at -> at.isAfter(nextTurn) ? at : nextTurn);
            if (due.isPresent()
                    && (events.isEmpty() || due.get().isBefore(events.peek().at()))) {
                nextTurn = due.get().plus(TICK);
                happens(due.get(), this::reconcile);
            } else if (!events.isEmpty()) {
                Event event = events.poll();
                happens(event.at(), event.action());
            } else {
                return story;
            }
        }
        throw new AssertionError("No end: " + story.payment());
    }

    /** Money that the gateway keeps and that nobody was told to give back by hand. */
    long kept() {
        return books.won()
                - story.payment().transactions().stream()
                        .filter(transaction -> transaction.refund() == RefundState.FAILED)
                        .mapToLong(transaction ->
                                transaction.amount().orElseThrow().won())
                        .sum();
    }

    private void happens(Instant at, Runnable event) {
        now = at;
        CardPayment before = story.payment();
        story.after(Duration.between(story.now(), now));
        event.run();
        PaymentInvariants.hold(before, story.payment(), story.now());
        story.payment().transactions().stream()
                .filter(transaction -> transaction.refund() == RefundState.DUE)
                .forEach(transaction -> in(upTo(5), () -> refund(transaction.key())));
    }

    private void reconcile() {
        switch (story.next()) {
            case ASK -> ask();
            case LOOK_UP -> lookUp();
            case DECIDE, WAIT -> story.nothingNew();
        }
    }

    private void ask() {
        assertThat(punctual && !books.isEmpty())
                .as("asked again for what the gateway has")
                .isFalse();
        story.ask();
        int attempt = story.payment().attempts().size();
        Duration answer = Duration.ofMillis(100 + random.nextInt(400));
        switch (random.nextInt(10)) {
            case 0, 1 -> fails(attempt, AttemptOutcome.NOT_SENT, answer);
            case 2 -> fails(attempt, AttemptOutcome.CARD_REFUSED, answer);
            case 3 -> fails(attempt, AttemptOutcome.SERVER_ERROR, answer);
            case 4 -> {
                arrive();
                fails(attempt, AttemptOutcome.SERVER_ERROR, answer);
            }
            case 5 -> fails(attempt, AttemptOutcome.UNCLEAR, READ_TIME_OUT);
            case 6 -> {
                in(delay(), this::arrive);
                fails(attempt, AttemptOutcome.UNCLEAR, READ_TIME_OUT);
            }
            case 7 -> in(delay(), this::arrive); // and the process that asked is killed
            default -> {
                String key = arrive();
                in(answer, () -> story.accepted(attempt, key));
            }
        }
    }

    private Duration delay() {
        return punctual ? upTo(7) : upTo(120);
    }

    private void fails(int attempt, AttemptOutcome outcome, Duration after) {
        in(after, () -> story.decide(new Finding.AttemptFailed(attempt, outcome)));
    }

    private String arrive() {
        String key = books.nextKey();
        books = books.entered();
        in(upTo(random.nextInt(10) == 0 ? 4_000 : 5), () -> {
            if (random.nextInt(3) == 0) {
                books = books.declined(key);
            } else {
                books = books.approved(key, CardPaymentStory.PAYABLE.won() - (random.nextInt(10) == 0 ? 1 : 0));
            }
        });
        return key;
    }

    private void lookUp() {
        if (now.isBefore(outageEnds) || random.nextInt(5) == 0) {
            story.noAnswer();
            return;
        }
        int provenUpTo = story.payment().provableUpTo(now, CardPaymentStory.POLICY.quiet());
        long calls = story.payment().calls().received();
        List<Report> reports = books.reports();
        in(
                Duration.ofMillis(random.nextInt(1_500)),
                () -> story.decide(new Finding.LookedUp(provenUpTo, calls, reports)));
    }

    private void cancel() {
        if (story.orderStatus() != OrderStatus.CANCELED) {
            story.canceledByCustomer();
        }
    }

    private void refund(String key) {
        if (story.transaction(key).refund() != RefundState.DUE) {
            return;
        }
        if (random.nextInt(4) == 0) {
            story.refundImpossible(key);
        } else {
            books = books.refunded(key);
            story.refunded(key);
        }
    }

    private Duration upTo(int seconds) {
        return Duration.ofMillis(random.nextInt(seconds * 1_000));
    }

    private void in(Duration time, Runnable action) {
        events.add(new Event(now.plus(time), eventCount++, action));
    }
}
