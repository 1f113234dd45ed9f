package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What becomes of the locks of a process that stands still, or is gone without having closed its connections. */
@OnSharedApi
class SilentHolderIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String WAIT_TIMEOUT = "wait_timeout = 60";

    private final RunningApi api;
    private final HikariDataSource pool;

    SilentHolderIT(RunningApi api) {
        this.api = api;
        this.pool = api.context().getBean(HikariDataSource.class);
    }

    @Test
    void who_says_nothing_in_a_transaction_loses_its_locks() throws SQLException {
        String soon = pool.getConnectionInitSql().replace(WAIT_TIMEOUT, "wait_timeout = 2");
        long product = api.product(1_000, 1);
        String take = "UPDATE product SET stock = stock - 1 WHERE id = " + product;
        Connection silent = connection(pool.getConnectionInitSql());
        try (Connection other = connection(pool.getConnectionInitSql())) {
            execute(silent, take);
            // Only now: on a busy machine it might have been silent for too long before.
            execute(silent, soon);

            await().atMost(LIMIT).ignoreExceptionsInstanceOf(SQLException.class).until(() -> execute(other, take) == 1);

            other.rollback();
        } finally {
            silent.abort(Runnable::run);
        }
        assertThat(api.shop().get("/api/v1/products/" + product).number("stock"))
                .isEqualTo(1);
    }

    @Test
    void an_idle_connection_of_the_pool_is_used_before_it_counts_as_silent() {
        Long seconds = api.database().queryForObject("SELECT @@SESSION.wait_timeout", Long.class);

        assertThat(Duration.ofSeconds(seconds)).isGreaterThan(Duration.ofMillis(pool.getKeepaliveTime() * 3 / 2));
        assertThat(pool.getKeepaliveTime()).isPositive();
    }

    private Connection connection(String initSql) throws SQLException {
        Connection connection =
                new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()).getConnection();
        execute(connection, initSql);
        connection.setAutoCommit(false);
        return connection;
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
