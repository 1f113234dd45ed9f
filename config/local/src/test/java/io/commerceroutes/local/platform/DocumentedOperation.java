package io.commerceroutes.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One method of one path.
 *
 * @param role who may call: ANYONE, CUSTOMER, ADMIN or OPS
 * @param open whether it takes no token
 * @param pathParameters schemas by name
 * @param body schema of the JSON that it takes; missing if it takes none
 * @param example such a JSON
 */
record DocumentedOperation(
        String method,
        String path,
        String role,
        boolean open,
        Map<String, JsonNode> pathParameters,
        boolean idempotent,
        JsonNode body,
        JsonNode example) {

    static DocumentedOperation of(String method, String path, JsonNode operation) {
        JsonNode media = operation.path("requestBody").path("content").path("application/json");
        Map<String, JsonNode> inPath = new TreeMap<>();
        parameters(operation, "path")
                .forEach(parameter -> inPath.put(parameter.path("name").asText(), parameter.path("schema")));
        return new DocumentedOperation(
                method,
                path,
                operation.path("x-role").asText(),
                operation.path("security").isEmpty(),
                inPath,
                parameters(operation, "header")
                        .anyMatch(parameter ->
                                "Idempotency-Key".equals(parameter.path("name").asText())),
                media.path("schema"),
                media.path("example"));
    }

    private static Stream<JsonNode> parameters(JsonNode operation, String in) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> in.equals(parameter.path("in").asText()));
    }

    boolean writes() {
        return !"GET".equals(method);
    }

    /** The path, with values in the place of its parameters. */
    String pathWith(UnaryOperator<String> values) {
        String filled = path;
        for (String name : List.copyOf(pathParameters.keySet())) {
            filled = filled.replace("{" + name + "}", values.apply(name));
        }
        return filled;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
