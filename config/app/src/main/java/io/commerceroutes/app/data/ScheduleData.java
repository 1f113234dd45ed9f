package io.commerceroutes.app.data;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.quartz.QuartzDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Quartz's own few connections to the transaction side's database: it stores its jobs outside of our transactions.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataSourceProperties.class)
public class ScheduleData {
    private static final int CONNECTIONS_MAX = 3;

    @Bean(defaultCandidate = false)
    @QuartzDataSource
    DataSource scheduleDataSource(
            DataSourceProperties database, @Value("${spring.application.name}") String applicationName) {
        HikariDataSource pool = database.initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        pool.setPoolName(applicationName + "-schedule");
        pool.setMaximumPoolSize(CONNECTIONS_MAX);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return pool;
    }
}
