package io.commerceroutes.pgsimulator.transaction;

import java.util.Collection;
import java.util.List;

/** Keeps the gateway's memory where the end of its process does not reach it. */
public interface TransactionJournal {
    /** The last state of each transaction, in the order in which they were accepted. */
    List<Transaction> replay();

    /** Returns when the operating system has the state, so that killing this process cannot undo it. */
    void append(Transaction transaction);

    /** Forgets all states but these when the superseded ones outnumber them; takes those from the same lock. */
    void compact(Collection<Transaction> current);

    /** Of a gateway whose memory ends with its process. */
    static TransactionJournal none() {
        return new TransactionJournal() {
            @Override
            public List<Transaction> replay() {
                return List.of();
            }

            @Override
            public void append(Transaction transaction) {
                // Memory is all there is.
            }

            @Override
            public void compact(Collection<Transaction> current) {
                // Nothing has been written.
            }
        };
    }
}
