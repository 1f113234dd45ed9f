package io.commerceroutes.adapters;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A schema behind a pool that is set as in production, for tests with many threads; but on a busy machine, locks may be
 * held for longer.
 */
public final class PooledSchema implements AutoCloseable {
    private static final int CONNECTIONS = 20;

    private final HikariDataSource pool;

    public PooledSchema(TestSchema schema) {
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(Objects.requireNonNull(schema.jdbc().getDataSource()));
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setAutoCommit(false);
        settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        settings.setConnectionInitSql("SET SESSION innodb_lock_wait_timeout = 60");
        this.pool = new HikariDataSource(settings);
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(pool);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    @Override
    public void close() {
        pool.close();
    }
}
