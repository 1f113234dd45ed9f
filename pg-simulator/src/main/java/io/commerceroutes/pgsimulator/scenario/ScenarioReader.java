package io.commerceroutes.pgsimulator.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.commerceroutes.pgsimulator.http.GatewayProblem;

/** Makes a scenario of a subset of its fields; the rest is as in the preset, or as in the default. */
public class ScenarioReader {
    private static final String PRESET = "preset";

    private final ObjectMapper json;
    private final boolean refunds;

    /** @param refunds whether the default gateway knows a refund call */
    public ScenarioReader(ObjectMapper json, boolean refunds) {
        this.json = json;
        this.refunds = refunds;
    }

    public Scenario standard() {
        return Scenario.standard(refunds);
    }

    /** @throws GatewayProblem 400, for a field that is unknown or out of its range */
    public Scenario read(JsonNode request) {
        if (!request.isObject()) {
            throw GatewayProblem.badRequest("A scenario is a JSON object.");
        }
        ObjectNode fields = json.valueToTree(preset(request.path(PRESET)));
        request.properties().stream()
                .filter(field -> !field.getKey().equals(PRESET))
                .filter(field -> isGiven(field.getKey(), field.getValue()))
                .forEach(field -> fields.set(field.getKey(), rateOf(field.getKey(), field.getValue())));
        try {
            return json.treeToValue(fields, Scenario.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The rules let a scenario pass that cannot be read", e);
        }
    }

    private Scenario preset(JsonNode name) {
        if (name.isMissingNode() || name.isNull() || "default".equals(name.textValue())) {
            return standard();
        }
        if ("fast".equals(name.textValue())) {
            return Scenario.fast(refunds);
        }
        throw GatewayProblem.badRequest("preset must be default or fast");
    }

    /** A null is as good as a field that is not there. */
    private static boolean isGiven(String name, JsonNode value) {
        ScenarioFields.Field field = ScenarioFields.named(name);
        if (field == null) {
            throw GatewayProblem.badRequest("%.64s is not a field of a scenario".formatted(name));
        }
        if (!value.isNull() && !field.accepts(value)) {
            throw GatewayProblem.badRequest("%s must be %s".formatted(name, field.expected()));
        }
        return !value.isNull();
    }

    private static JsonNode rateOf(String name, JsonNode value) {
        return ScenarioFields.named(name).isSwitchedRate(value)
                ? DoubleNode.valueOf(value.booleanValue() ? 1 : 0)
                : value;
    }
}
