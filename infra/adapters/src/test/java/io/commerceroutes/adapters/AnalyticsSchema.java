package io.commerceroutes.adapters;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.commerceroutes.embedded.EmbeddedServers;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** An analytics schema of a test's own, on the server that the environment names or on the embedded one. */
public final class AnalyticsSchema {
    private final DataSource dataSource;

    private AnalyticsSchema(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public static AnalyticsSchema migrated() {
        AnalyticsSchema schema = new AnalyticsSchema(freshDataSource());
        Flyway.configure()
                .dataSource(schema.dataSource)
                .locations("classpath:db/analytics")
                .load()
                .migrate();
        return schema;
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(dataSource);
    }

    public TransactionTemplate transaction() {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        return transaction;
    }

    private static DataSource freshDataSource() {
        String name = "analytics_" + UUID.randomUUID().toString().replace("-", "");
        MysqlDataSource source = new MysqlDataSource();
        String external = System.getenv("ANALYTICS_DB_URL");
        if (external == null) {
            var server = EmbeddedServers.shared().database();
            source.setUrl(server.jdbcUrl(name));
            source.setUser(server.user());
            source.setPassword(server.password());
        } else {
            source.setUrl(external.replaceFirst("(//[^/]+/)[^?]*", "$1" + name));
            source.setUser(System.getenv("ANALYTICS_DB_USER"));
            source.setPassword(System.getenv("ANALYTICS_DB_PASSWORD"));
        }
        try {
            source.setCreateDatabaseIfNotExist(true);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
        return source;
    }
}
