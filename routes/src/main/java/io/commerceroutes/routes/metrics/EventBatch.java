package io.commerceroutes.routes.metrics;

import io.commerceroutes.domain.metrics.BatchSifting;
import io.commerceroutes.domain.metrics.EventKey;
import io.commerceroutes.domain.metrics.EventReading;
import io.commerceroutes.domain.metrics.EventReading.Countable;
import io.commerceroutes.domain.metrics.EventReading.NameChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/** One batch of records on its way through the flow: what is still to be counted, and what became of the rest. */
public final class EventBatch {
    static final String PROPERTY = "eventBatch";

    private static final String UNCOUNTABLE = "its counts cannot be stored";

    private final BatchSifting<ReadRecord> sifting;
    private final List<RefusedRecord> unreadable;
    private final int events;
    private final int ignored;
    private final int unknown;
    private final int duplicatesInBatch;

    EventBatch(
            List<ReadRecord> events,
            List<RefusedRecord> unreadable,
            List<EventReading.Skipped> skipped,
            int duplicatesInBatch) {
        this.sifting = new BatchSifting<>(events);
        this.unreadable = List.copyOf(unreadable);
        this.events = events.size();
        this.unknown = (int) skipped.stream().filter(skip -> !skip.known()).count();
        this.ignored = skipped.size() - unknown;
        this.duplicatesInBatch = duplicatesInBatch;
    }

    static EventBatch of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, EventBatch.class);
    }

    boolean hasPart() {
        return sifting.hasPart();
    }

    void takePart() {
        sifting.takePart();
    }

    void dropHandled(Set<EventKey> handled) {
        sifting.repeatWithout(event -> handled.contains(event.key()));
    }

    void halvePart() {
        sifting.refuse();
    }

    List<EventKey> partKeys() {
        return sifting.part().stream().map(ReadRecord::key).toList();
    }

    List<Countable> partCountables() {
        return part(Countable.class).toList();
    }

    List<NameChange> partNameChanges() {
        return part(NameChange.class).toList();
    }

    private <T extends EventReading> Stream<T> part(Class<T> kind) {
        return sifting.part().stream()
                .map(ReadRecord::reading)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** All records that can never be handled: unreadable ones, and those that the store refused. */
    public List<RefusedRecord> refused() {
        List<RefusedRecord> refused = new ArrayList<>(unreadable);
        sifting.refused().forEach(event -> refused.add(new RefusedRecord(event.source(), UNCOUNTABLE)));
        return refused;
    }

    /** All its records. */
    public int size() {
        return unreadable.size() + events + unknown + ignored + duplicatesInBatch;
    }

    public int counted() {
        return events - sifting.dropped() - sifting.refused().size();
    }

    public int duplicates() {
        return duplicatesInBatch + sifting.dropped();
    }

    /** Events of ours that have no counts. */
    public int ignored() {
        return ignored;
    }

    /** Events of types never heard of. */
    public int unknown() {
        return unknown;
    }

    public int dead() {
        return refused().size();
    }
}
