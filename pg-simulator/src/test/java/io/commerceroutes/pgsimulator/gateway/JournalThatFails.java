package io.commerceroutes.pgsimulator.gateway;

import io.commerceroutes.pgsimulator.transaction.Transaction;
import io.commerceroutes.pgsimulator.transaction.TransactionJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A journal whose disk is full as often as a test says; its failure quotes what it should have written. */
public class JournalThatFails implements TransactionJournal {
    private final AtomicInteger failures = new AtomicInteger();

    public void failNext() {
        failures.set(1);
    }

    public boolean hasFailed() {
        return failures.get() == 0;
    }

    @Override
    public List<Transaction> replay() {
        return List.of();
    }

    @Override
    public void append(Transaction transaction) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new UncheckedIOException(new IOException(
                    "disk full: " + transaction.request().cardNo().text()));
        }
    }

    @Override
    public void compact(Collection<Transaction> current) {
        // Keeps nothing.
    }
}
