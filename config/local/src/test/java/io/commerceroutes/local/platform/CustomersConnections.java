package io.commerceroutes.local.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts how often requests take a connection to the database. A flow runs on its request's own thread, so one that
 * takes none runs no statement.
 */
public class CustomersConnections implements BeanPostProcessor {
    private static final Set<String> POOLS = Set.of("dataSource", "storefrontDataSource");

    private final AtomicLong taken = new AtomicLong();

    long taken() {
        return taken.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool && POOLS.contains(name) ? new Counting(pool) : bean;
    }

    private final class Counting extends DelegatingDataSource {
        Counting(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (Thread.currentThread().getName().startsWith("tomcat-handler-")) {
                taken.incrementAndGet();
            }
            return super.getConnection();
        }
    }
}
