package io.commerceroutes.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The OpenAPI document that a role serves, as its callers read it. */
record DocumentedApi(JsonNode document) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    static DocumentedApi of(ShopClient client) {
        Answer answer = client.get("/api-doc");
        if (answer.status() != 200 || !answer.body().path("paths").isObject()) {
            throw new AssertionError("This is no document: " + answer);
        }
        return new DocumentedApi(answer.body());
    }

    List<DocumentedOperation> operations() {
        List<DocumentedOperation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> DocumentedOperation.of(
                                operation.getKey().toUpperCase(), path.getKey(), resolved(operation.getValue())))
                        .forEach(operations::add));
        return operations;
    }

    /** With what is referred to in the place of the references. */
    private JsonNode resolved(JsonNode node) {
        if (node.has("$ref")) {
            return resolved(document.at(node.get("$ref").asText().substring(1)));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                copy.set(field.getKey(), resolved(field.getValue()));
            }
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(resolved(element)));
            return copy;
        }
        return node;
    }
}
