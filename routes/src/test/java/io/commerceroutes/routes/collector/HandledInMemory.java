package io.commerceroutes.routes.collector;

import io.commerceroutes.domain.metrics.AlreadyHandledException;
import io.commerceroutes.domain.metrics.EventKey;
import io.commerceroutes.domain.metrics.HandledEvents;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/** Handled events in memory, with marks that go when their transaction is rolled back. */
public class HandledInMemory extends ServiceSupport implements HandledEvents, IdempotentRepository {
    private final RecordingTransactions transactions;
    private final Set<EventKey> marks = new HashSet<>();

    HandledInMemory(RecordingTransactions transactions) {
        this.transactions = transactions;
    }

    public Set<EventKey> marks() {
        return marks;
    }

    @Override
    public void markAll(Collection<EventKey> keys) {
        if (keys.stream().anyMatch(marks::contains)) {
            throw new AlreadyHandledException(new IllegalStateException("duplicate"));
        }
        marks.addAll(keys);
        transactions.onRollback(() -> marks.removeAll(Set.copyOf(keys)));
    }

    @Override
    public Set<EventKey> handledAmong(Collection<EventKey> keys) {
        return keys.stream().filter(marks::contains).collect(Collectors.toSet());
    }

    @Override
    public boolean add(String key) {
        EventKey event = EventKey.parse(key);
        boolean added = marks.add(event);
        if (added) {
            transactions.onRollback(() -> marks.remove(event));
        }
        return added;
    }

    @Override
    public boolean contains(String key) {
        return marks.contains(EventKey.parse(key));
    }

    @Override
    public boolean remove(String key) {
        return marks.remove(EventKey.parse(key));
    }

    @Override
    public boolean confirm(String key) {
        return true;
    }

    @Override
    public void clear() {
        marks.clear();
    }
}
