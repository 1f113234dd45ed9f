package io.commerceroutes.pgsimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

@AutoConfigureObservability(tracing = false)
@SpringBootTest(
        classes = PgSimulator.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=pg-simulator")
class PgSimulatorTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private CamelContext camel;

    @Test
    void it_answers_that_it_is_ready() {
        var answer = http.getForEntity("/actuator/health/readiness", String.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody()).contains("UP");
    }

    @Test
    void it_measures_its_routes() {
        http.getForEntity("/api/v1/simulator/scenario", String.class);

        // A request is measured after it was answered.
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(http.getForObject("/actuator/prometheus", String.class))
                        .contains("camel_route_policy_seconds_count{")
                        .contains("http_server_requests_seconds_count{")
                        .contains("routeId=\"show-scenario\""));
    }

    @Test
    void it_runs_one_camel_context_under_its_own_name() {
        assertThat(camel.getName()).isEqualTo("pg-simulator");
        assertThat(camel.getStatus().isStarted()).isTrue();
    }
}
