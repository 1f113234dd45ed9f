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

/** A migrated schema of a test's own, on the server that the environment names or on the embedded one. */
public abstract class TestSchema {
    private final DataSource dataSource;

    /**
     * @param name of the schema in the field, under which its migrations are kept
     * @param variables what the names of the environment's variables begin with
     */
    TestSchema(String name, String variables) {
        dataSource = freshDataSource(name + "_" + UUID.randomUUID().toString().replace("-", ""), variables);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/" + name)
                .load()
                .migrate();
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(dataSource);
    }

    public TransactionTemplate transaction() {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        return transaction;
    }

    private static DataSource freshDataSource(String schema, String variables) {
        MysqlDataSource source = new MysqlDataSource();
        String external = System.getenv(variables + "_URL");
        if (external == null) {
            var server = EmbeddedServers.shared().database();
            source.setUrl(server.jdbcUrl(schema));
            source.setUser(server.user());
            source.setPassword(server.password());
        } else {
            source.setUrl(external.replaceFirst("(//[^/]+/)[^?]*", "$1" + schema));
            source.setUser(System.getenv(variables + "_USER"));
            source.setPassword(System.getenv(variables + "_PASSWORD"));
        }
        try {
            source.setCreateDatabaseIfNotExist(true);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
        return source;
    }
}
