package io.commerceroutes.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExternalServersTest {
    @Test
    void a_server_is_external_when_the_environment_names_it() {
        ExternalServers servers =
                ExternalServers.of(Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092", "REDIS_URL", "redis://redis"));
        assertThat(servers.kafka()).isTrue();
        assertThat(servers.redis()).isTrue();
        assertThat(servers.database()).isFalse();
    }

    @Test
    void the_embedded_database_serves_as_long_as_one_side_needs_it() {
        assertThat(ExternalServers.of(Map.of("COMMERCE_DB_URL", "jdbc:a")).database())
                .isFalse();
        assertThat(ExternalServers.of(Map.of("COMMERCE_DB_URL", "jdbc:a", "ANALYTICS_DB_URL", " "))
                        .database())
                .isFalse();
        assertThat(ExternalServers.of(Map.of("COMMERCE_DB_URL", "jdbc:a", "ANALYTICS_DB_URL", "jdbc:b"))
                        .database())
                .isTrue();
    }
}
