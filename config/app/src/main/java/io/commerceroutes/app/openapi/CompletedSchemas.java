package io.commerceroutes.app.openapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.util.ClassUtils;

/** Adds what swagger-core does not see of the records, and what is written by hand. */
class CompletedSchemas {
    private static final String CLASS_NAME = "x-className";

    private final Components components;
    private final Map<String, JsonNode> words;
    private final Map<String, Class<?>> classes = new HashMap<>();

    CompletedSchemas(Components components, Map<String, JsonNode> words) {
        this.components = components;
        this.words = words;
    }

    /** Also forgets the class that Camel notes in it. */
    Schema<?> complete(String name, Schema<?> schema) {
        if (schema.getExtensions() != null && schema.getExtensions().remove(CLASS_NAME) instanceof Map<?, ?> origin) {
            Class<?> type = ClassUtils.resolveClassName((String) origin.get("format"), null);
            classes.put(name, type);
            if (type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    constrain(schema, component);
                }
            }
        }
        return words.containsKey(name) ? merged(schema, words.get(name)) : schema;
    }

    /** Unknown fields of a request are refused, but where its record says that it ignores them. */
    void refuseUnknownFields(Schema<?> schema) {
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            Schema<?> target = components.getSchemas().get(name);
            JsonIgnoreProperties lenient = classes.get(name).getAnnotation(JsonIgnoreProperties.class);
            target.setAdditionalProperties(lenient != null && lenient.ignoreUnknown());
            target.getProperties().values().forEach(this::refuseUnknownFields);
        } else if (schema.getItems() != null) {
            refuseUnknownFields(schema.getItems());
        }
    }

    private static void constrain(Schema<?> owner, RecordComponent component) {
        Method accessor = component.getAccessor();
        JsonProperty renamed = accessor.getAnnotation(JsonProperty.class);
        String name = renamed == null ? component.getName() : renamed.value();
        Schema<?> property = owner.getProperties().get(name);
        if (property == null) {
            return; // Its own fields stand here instead.
        }
        if (component.getType().isPrimitive()) {
            owner.addRequiredItem(name);
        }
        if (accessor.isAnnotationPresent(Positive.class)) {
            property.setMinimum(BigDecimal.ONE);
        }
        if (accessor.isAnnotationPresent(PositiveOrZero.class)) {
            property.setMinimum(BigDecimal.ZERO);
        }
        if (accessor.isAnnotationPresent(NotBlank.class)) {
            property.setMinLength(1);
        }
        if (accessor.isAnnotationPresent(NotEmpty.class)) {
            property.setMinItems(1);
        }
    }

    private static Schema<?> merged(Schema<?> schema, JsonNode words) {
        try {
            ObjectNode tree = Json.mapper().valueToTree(schema);
            ObjectReader updating = Json.mapper().readerForUpdating(tree);
            return Json.mapper().treeToValue(updating.readValue(words), Schema.class);
        } catch (IOException failure) {
            throw new IllegalStateException("These are no words for a schema: " + words, failure);
        }
    }
}
