package io.commerceroutes.pgsimulator.scenario;

import static io.commerceroutes.pgsimulator.http.GatewayErrors.GATEWAY_ERRORS;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.pgsimulator.http.Answer;
import org.apache.camel.builder.RouteBuilder;

/** PUT and GET /simulator/scenario: how the gateway behaves from now on, and how it does. */
public class ScenarioApi extends RouteBuilder {
    public static final String REPLACE_SCENARIO = "replace-scenario";
    public static final String SHOW_SCENARIO = "show-scenario";

    private final CurrentScenario scenario;

    public ScenarioApi(CurrentScenario scenario) {
        this.scenario = scenario;
    }

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/simulator/scenario")
            .put().id("put-scenario").consumes("application/json").to("direct:" + REPLACE_SCENARIO)
            .get().id("get-scenario").to("direct:" + SHOW_SCENARIO);

        from("direct:" + REPLACE_SCENARIO)
            .routeId(REPLACE_SCENARIO)
            .routeDescription("Sets how the gateway behaves from now on.")
            .routeConfigurationId(GATEWAY_ERRORS)
            .unmarshal().json(JsonNode.class).id("read-scenario")
            .bean(scenario, "replace").id("replace")
            .to("direct:" + SHOW_SCENARIO).id("show-replaced");

        from("direct:" + SHOW_SCENARIO)
            .routeId(SHOW_SCENARIO)
            .routeDescription("Shows how the gateway behaves.")
            .routeConfigurationId(GATEWAY_ERRORS)
            .process(exchange -> Answer.with(exchange, 200, scenario.scenario())).id("answer-scenario")
            .marshal().json().id("write-scenario");
        // spotless:on
    }
}
