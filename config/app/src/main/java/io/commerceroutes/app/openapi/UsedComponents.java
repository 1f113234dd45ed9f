package io.commerceroutes.app.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;

/** The components that a document refers to, directly or through others; what nobody refers to is left out. */
final class UsedComponents {
    private static final String PREFIX = "#/components/";

    private final ObjectNode all;

    private UsedComponents(ObjectNode all) {
        this.all = all;
    }

    /** Looks them up among those that were read from the REST DSL and those that are shared. */
    static Components of(OpenAPI document, Components shared) {
        ObjectNode all = Json.mapper().valueToTree(document.getComponents());
        JsonNode others = Json.mapper().valueToTree(shared);
        others.properties().forEach(kind -> all.withObject("/" + kind.getKey()).setAll((ObjectNode) kind.getValue()));
        JsonNode paths = Json.mapper().valueToTree(document.getPaths());
        return new UsedComponents(all).from(paths);
    }

    private Components from(JsonNode paths) {
        Set<String> used = new TreeSet<>(paths.findValuesAsText("$ref"));
        Deque<String> open = new ArrayDeque<>(used);
        ObjectNode kept = Json.mapper().createObjectNode();
        kept.set("securitySchemes", all.path("securitySchemes"));
        while (!open.isEmpty()) {
            String pointer = open.pop().substring(PREFIX.length() - 1);
            JsonNode component = all.at(pointer);
            String[] kindAndName = pointer.substring(1).split("/");
            kept.withObject("/" + kindAndName[0]).set(kindAndName[1], component);
            component.findValuesAsText("$ref").stream().filter(used::add).forEach(open::push);
        }
        return Json.mapper().convertValue(kept, Components.class);
    }
}
