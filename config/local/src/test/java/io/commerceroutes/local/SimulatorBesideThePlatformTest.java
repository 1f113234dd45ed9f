package io.commerceroutes.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.pgsimulator.PgSimulator;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.security.web.SecurityFilterChain;

class SimulatorBesideThePlatformTest {
    @Test
    void the_simulator_finds_none_of_the_platforms_servers_and_security_on_the_class_path() {
        try (var simulator = PgSimulator.application()
                .registerShutdownHook(false)
                .run("--server.port=0", "--server.address=127.0.0.1")) {
            assertThat(simulator.getBeanNamesForType(DataSource.class)).isEmpty();
            assertThat(simulator.getBeanNamesForType(RedisConnectionFactory.class))
                    .isEmpty();
            assertThat(simulator.getBeanNamesForType(SecurityFilterChain.class)).isEmpty();
            assertThat(simulator.getBeanNamesForType(org.quartz.Scheduler.class))
                    .isEmpty();
            assertThat(simulator.getBean(CamelContext.class).getName()).isEqualTo("pg-simulator");
        }
    }
}
