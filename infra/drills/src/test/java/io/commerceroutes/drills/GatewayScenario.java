package io.commerceroutes.drills;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.commerceroutes.local.platform.ShopClient;

/** How the gateway behaves in a drill: what differs from the gateway that exists. A PUT replaces all of it. */
record GatewayScenario(ObjectNode fields) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/api/v1/simulator/scenario";

    static GatewayScenario of(String fields) {
        try {
            return new GatewayScenario((ObjectNode) JSON.readTree(fields));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    /** The same with some fields more, or others. */
    GatewayScenario with(String more) {
        return new GatewayScenario(fields.deepCopy().setAll(of(more).fields));
    }

    /** The same with dice that fall as the seed says. */
    GatewayScenario seeded(long seed) {
        return with("{\"seed\":%d}".formatted(seed));
    }

    /** The same while the gateway is away. */
    GatewayScenario away() {
        return with("{\"outage\":true}");
    }

    /** @throws AssertionError if the gateway does not know a field */
    void play(ShopClient gateway) {
        ShopClient.Answer answer = gateway.send("PUT", PATH, fields.toString());
        if (answer.status() != 200) {
            throw new AssertionError("The gateway does not play %s: %s".formatted(fields, answer.body()));
        }
    }
}
