package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

/** What the probes of a running role say; its payment gateway is away all the time. */
@OnSharedApi
class HealthIT {
    private static final String HEALTH = "/actuator/health";
    private static final String ROUTE = "offer-coupon";

    @Test
    void without_the_gateway_it_is_ready(RunningApi api) {
        for (String probe : new String[] {"/readiness", "/liveness", "/startup"}) {
            assertThat(api.shop().get(HEALTH + probe).status()).as(probe).isEqualTo(200);
        }
    }

    @Test
    void only_operators_are_told_the_details(RunningApi api) {
        assertThat(api.shop().get(HEALTH).body().path("components").isMissingNode())
                .isTrue();
        assertThat(api.shop()
                        .customer(1, "GET", HEALTH, null)
                        .body()
                        .path("components")
                        .isMissingNode())
                .isTrue();
        JsonNode components = api.shop().operator(HEALTH).body().path("components");
        assertThat(components.path("db").path("status").asText()).isEqualTo("UP");
        assertThat(components.path("routes").path("details").path(ROUTE).asText())
                .isEqualTo("Started");
    }

    @Test
    void a_route_that_stands_still_shows_and_the_others_serve_on(RunningApi api) throws Exception {
        CamelContext camel = api.context().getBean(CamelContext.class);
        camel.getRouteController().stopRoute(ROUTE);
        try {
            JsonNode routes =
                    api.shop().operator(HEALTH).body().path("components").path("routes");
            assertThat(routes.path("status").asText()).isEqualTo("DOWN");
            assertThat(routes.path("details").path(ROUTE).asText()).isEqualTo("Stopped");
            assertThat(api.shop().get(HEALTH + "/readiness").status()).isEqualTo(200);
            assertThat(api.shop().get(HEALTH + "/liveness").status()).isEqualTo(200);
        } finally {
            camel.getRouteController().startRoute(ROUTE);
        }
    }
}
