package io.commerceroutes.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;

class HealthTest {
    @Test
    void a_route_that_stopped_shows_and_one_that_never_starts_by_itself_is_fine() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:sells").routeId("sells").stop();
                    from("direct:rests").routeId("rests").autoStartup(false).stop();
                }
            });
            camel.start();
            RoutesHealth routes = new RoutesHealth(camel);

            assertThat(routes.health().getStatus()).isEqualTo(Status.UP);
            camel.getRouteController().stopRoute("sells");
            Health stopped = routes.health();
            assertThat(stopped.getStatus()).isEqualTo(Status.DOWN);
            assertThat(stopped.getDetails()).hasSize(2).hasToString("{rests=Stopped, sells=Stopped}");
            camel.getRouteController().startRoute("sells");
            assertThat(routes.health().getDetails()).hasToString("{rests=Stopped, sells=Started}");
        }
    }

    @Test
    void a_start_is_over_when_requests_are_taken_and_stays_so() {
        StartupHealth startup = new StartupHealth();

        startup.noteStart(change(ReadinessState.REFUSING_TRAFFIC));
        assertThat(startup.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        startup.noteStart(change(ReadinessState.ACCEPTING_TRAFFIC));
        startup.noteStart(change(ReadinessState.REFUSING_TRAFFIC));
        assertThat(startup.health().getStatus()).isEqualTo(Status.UP);
    }

    private AvailabilityChangeEvent<ReadinessState> change(ReadinessState state) {
        return new AvailabilityChangeEvent<>(this, state);
    }
}
