package io.commerceroutes.adapters.settlement;

import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The gateway's transactions that need no callback any more, as Camel's idempotent repository. A key is in it once its
 * transaction's end was recorded, by the very row that records it: so neither adding nor removing does anything here,
 * and a callback that came to nothing can come again.
 */
public class ConsumedTransactions extends ServiceSupport implements IdempotentRepository {
    private static final String CONSUMED = "SELECT COUNT(*) FROM payment_transaction WHERE transaction_key = ?"
            + " AND (status = 'FAILED' OR (status = 'SUCCESS' AND amount IS NOT NULL))";

    private final JdbcOperations jdbc;

    public ConsumedTransactions(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean contains(String transactionKey) {
        Integer rows = jdbc.queryForObject(CONSUMED, Integer.class, transactionKey);
        return rows != null && rows > 0;
    }

    @Override
    public boolean add(String transactionKey) {
        return !contains(transactionKey);
    }

    @Override
    public boolean remove(String transactionKey) {
        return false;
    }

    @Override
    public boolean confirm(String transactionKey) {
        return true;
    }

    /** What the gateway did cannot be undone here. */
    @Override
    public void clear() {
        throw new UnsupportedOperationException("Transactions are never forgotten");
    }
}
