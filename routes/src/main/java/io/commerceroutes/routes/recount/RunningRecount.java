package io.commerceroutes.routes.recount;

import io.commerceroutes.domain.metrics.EventKey;
import io.commerceroutes.domain.metrics.EventReading;
import io.commerceroutes.domain.metrics.EventReading.Countable;
import io.commerceroutes.domain.recount.CommittedOffsets;
import io.commerceroutes.domain.recount.ComparingCounts;
import io.commerceroutes.domain.recount.CountSnapshots.Snapshot;
import io.commerceroutes.domain.recount.Recount;
import io.commerceroutes.domain.recount.RecountReport;
import io.commerceroutes.domain.recount.RetainedEvents.Reading;
import io.commerceroutes.domain.recount.RetainedRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/** One recount on its way through the flow: what it holds open, and what it has found so far. */
public final class RunningRecount {
    static final String PROPERTY = "runningRecount";

    private final Recount recount;
    private final RecountBooks books;
    private final CamelContext context;
    private final Instant deadline;
    private final LocalDate rememberedSince;
    private final ComparingCounts comparison = new ComparingCounts();
    private final List<String> missingExamples = new ArrayList<>();

    private CommittedOffsets committed;
    private Snapshot snapshot;
    private Reading retained;
    private List<RetainedRecord> polled = List.of();
    private List<Countable> handled = List.of();
    private List<EventKey> lost = List.of();
    private long read;
    private long counted;
    private long missing;

    private RunningRecount(Recount recount, RecountBooks books, CamelContext context) {
        this.recount = recount;
        this.books = books;
        this.context = context;
        Instant now = books.clock().instant();
        deadline = now.plus(books.durationMax());
        // The day after the oldest that may be gone in part, when the clocks of two instances differ.
        rememberedSince = LocalDate.ofInstant(now.minus(books.remembered()), ZoneOffset.UTC)
                .plusDays(1);
    }

    static void begin(Exchange exchange, RecountBooks books) {
        Recount recount = exchange.getMessage().getBody(Recount.class);
        exchange.setProperty(PROPERTY, new RunningRecount(recount, books, exchange.getContext()));
    }

    static RunningRecount of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, RunningRecount.class);
    }

    public long recountId() {
        return recount.recountId();
    }

    void noteCommitted() {
        committed = books.events().committed();
        books.sums().begin(recountId());
    }

    void openSnapshot() {
        snapshot = books.snapshots().open();
    }

    void noteEnds() {
        retained = books.events().open();
    }

    boolean hasMore() {
        return retained.hasMore();
    }

    void poll() {
        requireTime();
        polled = retained.poll();
        read += polled.size();
    }

    /** Tells the events of the range that were counted from those that were lost. */
    void sift() {
        List<Found> found = polled.stream()
                .map(record -> new Found(record, books.reading().read(record.envelope(), record.value())))
                .filter(event -> event.reading() instanceof Countable)
                .filter(event -> recount.range().contains(event.countable().businessDay()))
                .toList();
        Set<EventKey> marked =
                snapshot.handledAmong(found.stream().map(Found::key).toList());
        handled = found.stream()
                .filter(event -> marked.contains(event.key()))
                .map(Found::countable)
                .toList();
        lost = withoutDead(found.stream()
                .filter(event -> committed.passed(event.source()) && !marked.contains(event.key()))
                .map(Found::key)
                .filter(key -> !key.day().isBefore(rememberedSince))
                .toList());
    }

    void addHandled() {
        counted += books.sums().addOnce(recountId(), handled);
    }

    void addMissing() {
        for (EventKey key : books.sums().meetOnce(recountId(), lost)) {
            missing++;
            if (missingExamples.size() < RecountReport.EXAMPLES_MAX) {
                missingExamples.add(key.id().toString());
            }
        }
    }

    /** Compares a day at a time, so that no more than one day's products are in memory. */
    void compare() {
        recount.range().days().forEach(day -> {
            requireTime();
            comparison.compare(day, snapshot.countsOf(day), books.sums().countsOf(recountId(), day));
        });
        books.sums().end(recountId());
    }

    RecountReport report() {
        return new RecountReport(
                read,
                counted,
                missing,
                missingExamples,
                retained.completeSince().orElse(null),
                comparison.differences(),
                comparison.examples());
    }

    void close() {
        // The reading first: should it fail, the snapshot's connection still goes back.
        try (Snapshot last = snapshot;
                Reading first = retained) {
            polled = List.of();
        }
    }

    private List<EventKey> withoutDead(List<EventKey> keys) {
        Set<UUID> dead = snapshot.deadAmong(keys.stream().map(EventKey::id).collect(Collectors.toSet()));
        return keys.stream().filter(key -> !dead.contains(key.id())).toList();
    }

    private void requireTime() {
        if (context.isStopping()) {
            throw new IllegalStateException("The collector was stopped");
        }
        if (books.clock().instant().isAfter(deadline)) {
            throw new IllegalStateException("It did not end within " + books.durationMax());
        }
    }

    private record Found(RetainedRecord source, EventReading reading) {
        Countable countable() {
            return (Countable) reading;
        }

        EventKey key() {
            return countable().key();
        }
    }
}
