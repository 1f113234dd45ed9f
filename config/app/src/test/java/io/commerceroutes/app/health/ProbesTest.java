package io.commerceroutes.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.app.redis.RedisConfiguration;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.availability.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.availability.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.data.redis.RedisHealthContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.jdbc.DataSourceHealthContributorAutoConfiguration;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** What the probes say with the settings of production while neither the database nor Redis is there. */
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "spring.config.name=commerce",
            "spring.application.name=probed",
            "spring.data.redis.url=redis://127.0.0.1:1"
        })
class ProbesTest {
    @Autowired
    private HealthEndpoint health;

    @Test
    void without_its_database_a_role_is_not_ready_but_alive_and_started() {
        assertThat(status("readiness")).isEqualTo(Status.DOWN);
        assertThat(status("liveness")).isEqualTo(Status.UP);
        assertThat(status("startup")).isEqualTo(Status.UP);
    }

    @Test
    void redis_is_told_of_but_decides_on_no_probe() {
        assertThat(status("redis")).isEqualTo(Status.DOWN);
        assertThat(health.healthForPath("readiness", "redis")).isNull();
        assertThat(health.healthForPath("liveness", "redis")).isNull();
    }

    private Status status(String path) {
        return health.healthForPath(path).getStatus();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ApplicationAvailabilityAutoConfiguration.class,
        EndpointAutoConfiguration.class,
        HealthContributorAutoConfiguration.class,
        HealthEndpointAutoConfiguration.class,
        AvailabilityHealthContributorAutoConfiguration.class,
        AvailabilityProbesAutoConfiguration.class,
        DataSourceHealthContributorAutoConfiguration.class,
        RedisAutoConfiguration.class,
        RedisHealthContributorAutoConfiguration.class
    })
    @Import(RedisConfiguration.class)
    static class Probed {
        @Bean
        StartupHealth startedHealthIndicator() {
            return new StartupHealth();
        }

        /** A database that nobody reaches. */
        @Bean
        DataSource dataSource() {
            return new AbstractDataSource() {
                @Override
                public java.sql.Connection getConnection() throws SQLException {
                    throw new SQLException("Away");
                }

                @Override
                public java.sql.Connection getConnection(String user, String password) throws SQLException {
                    return getConnection();
                }
            };
        }
    }
}
