package io.commerceroutes.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Values that a schema allows, or nearly: usual ones, extreme ones, strange ones. */
final class OddValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int ELEMENTS_MAX = 120;
    private static final List<String> TEXTS = List.of(
            "a",
            " a ",
            "안녕 가방",
            "😀👩‍👩‍👧‍👦",
            "\u202Eabc",
            "e\u0301\u200B",
            "\uD800",
            "\uDFFF\uD800",
            "\u0000",
            "\u001F\u007F",
            "\uFFFF\uFEFF",
            "%s%n%d",
            "${jndi:x}",
            "${body}",
            "{{x}}",
            "' OR 1=1; --",
            "<script>",
            "../..",
            "\\",
            "null",
            "x".repeat(50),
            "x".repeat(200),
            "x".repeat(5_000),
            "a@b.co",
            "ä@例え.jp",
            "1234-5678-9814-1451");
    private static final List<String> DAYS = List.of(
            "2026-11-22", "2024-02-29", "0000-01-01", "-0001-01-01", "9999-12-31", "+10000-01-01", "+999999999-12-31");
    private static final List<String> TIMES = List.of(
            "2026-11-22T00:00:00Z",
            "2020-01-01T00:00:00+09:00",
            "2099-01-01T00:00:00-18:00",
            "0000-01-01T00:00:00Z",
            "1000-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "+10000-01-01T00:00:00Z",
            "-1000000000-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "2026-11-22T24:00:00Z",
            "2026-06-30T23:59:60Z");

    private final SplittableRandom random;

    OddValues(SplittableRandom random) {
        this.random = random;
    }

    JsonNode of(JsonNode schema, JsonNode example) {
        if (isOneIn(2) && example.isValueNode()) {
            return example;
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, example);
            case "array" -> array(schema, example);
            case "integer" -> JSON.numberNode(any(numbers(schema)));
            case "boolean" -> JSON.booleanNode(isOneIn(2));
            default -> JSON.textNode(any(texts(schema)));
        };
    }

    private ObjectNode object(JsonNode schema, JsonNode example) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            boolean required = SchemaSite.isRequired(schema, name);
            if (required || isOneIn(2)) {
                boolean isNull = !required && isOneIn(10);
                object.set(name, isNull ? JSON.nullNode() : of(property.getValue(), example.path(name)));
            }
        });
        return object;
    }

    private ArrayNode array(JsonNode schema, JsonNode example) {
        ArrayNode array = JSON.arrayNode();
        int elements = 1 + random.nextInt(isOneIn(10) ? ELEMENTS_MAX : 3);
        for (int i = 0; i < elements; i++) {
            array.add(of(schema.path("items"), example.path(0)));
        }
        return array;
    }

    private static List<Long> numbers(JsonNode schema) {
        boolean isLong = !"int32".equals(schema.path("format").asText());
        long min = schema.path("minimum").asLong(isLong ? Long.MIN_VALUE : Integer.MIN_VALUE);
        long max = schema.path("maximum").asLong(isLong ? Long.MAX_VALUE : Integer.MAX_VALUE);
        return Stream.of(min, min + 1, 1L, 2L, 3L, 99L, 1_000_000L, 1L << 53, max - 1, max)
                .filter(number -> number >= min && number <= max)
                .toList();
    }

    private static List<String> texts(JsonNode schema) {
        List<String> texts = new ArrayList<>();
        schema.path("enum").forEach(value -> texts.add(value.asText()));
        if (!texts.isEmpty()) {
            return texts;
        }
        return switch (schema.path("format").asText()) {
            case "date" -> DAYS;
            case "date-time" -> TIMES;
            default -> TEXTS;
        };
    }

    private boolean isOneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
