package io.commerceroutes.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in a JSON document that a schema speaks of, filled or not.
 *
 * @param index of an array's element; in an object it says nothing
 */
record SchemaSite(ContainerNode<?> parent, String field, int index, JsonNode schema, boolean required) {
    /** All places below {@code node}. */
    static List<SchemaSite> in(JsonNode node, JsonNode schema) {
        List<SchemaSite> sites = new ArrayList<>();
        collect(node, schema, sites);
        return sites;
    }

    private static void collect(JsonNode node, JsonNode schema, List<SchemaSite> sites) {
        if (node instanceof ObjectNode object) {
            schema.path("properties").properties().forEach(property -> {
                sites.add(new SchemaSite(
                        object, property.getKey(), 0, property.getValue(), isRequired(schema, property.getKey())));
                collect(object.path(property.getKey()), property.getValue(), sites);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                sites.add(new SchemaSite(array, "", i, schema.path("items"), true));
                collect(array.get(i), schema.path("items"), sites);
            }
        }
    }

    static boolean isRequired(JsonNode schema, String field) {
        for (JsonNode name : schema.path("required")) {
            if (field.equals(name.asText())) {
                return true;
            }
        }
        return false;
    }

    boolean isField() {
        return parent instanceof ObjectNode;
    }

    void fill(JsonNode value) {
        if (parent instanceof ObjectNode object) {
            object.set(field, value);
        } else if (parent instanceof ArrayNode array) {
            array.set(index, value);
        }
    }

    void empty() {
        if (parent instanceof ObjectNode object) {
            object.remove(field);
        } else if (parent instanceof ArrayNode array) {
            array.remove(index);
        }
    }

    @Override
    public String toString() {
        return isField() ? field : "element " + index;
    }
}
