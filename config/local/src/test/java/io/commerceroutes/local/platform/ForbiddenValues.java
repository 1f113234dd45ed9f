package io.commerceroutes.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values that a schema forbids, one point wrong in each. */
final class ForbiddenValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONG_ARRAY_MAX = 2_000;
    private static final List<String> NO_DATES =
            List.of("", "x", "2026-13-01", "2026-02-30", "20260101", "2026-13-01T00:00:00Z", "today", "0");
    private static final List<String> STRANGE =
            List.of(" ", "\t", "<>", "' OR 1=1 --", "한글 문자", "😀 😀", "\u0000", "a b\nc", "٣٤٥");

    private ForbiddenValues() {}

    static List<JsonNode> of(JsonNode schema, boolean required) {
        List<JsonNode> values = new ArrayList<>();
        if (required) {
            values.add(JSON.nullNode());
        }
        otherTypes(schema.path("type").asText()).forEach(values::add);
        switch (schema.path("type").asText()) {
            case "integer" -> addNumbers(schema, values);
            case "string" -> addTexts(schema, values);
            case "array" -> addArrays(schema, values);
            default -> {
                // Its type is all that can be wrong.
            }
        }
        return values;
    }

    /** A number is no text and the other way round; what stands for a whole number has no fraction. */
    private static Stream<JsonNode> otherTypes(String type) {
        Stream<JsonNode> nested = Stream.of(
                JSON.arrayNode().add(JSON.arrayNode()),
                JSON.objectNode().put("a", 1),
                JSON.arrayNode().add(1).add("x"));
        Stream<JsonNode> plain =
                Stream.of(JSON.textNode("1"), JSON.textNode("x"), JSON.numberNode(7), JSON.booleanNode(true));
        return Stream.concat(plain, nested).filter(value -> !type.equals(typeOf(value)));
    }

    private static String typeOf(JsonNode value) {
        return value.isIntegralNumber()
                ? "integer"
                : value.isTextual() ? "string" : value.getNodeType().name().toLowerCase();
    }

    private static void addNumbers(JsonNode schema, List<JsonNode> values) {
        values.add(JSON.numberNode(new BigDecimal("1.5")));
        values.add(JSON.numberNode(new BigDecimal("-1E-400")));
        values.add(JSON.numberNode(new BigInteger("9".repeat(400))));
        boolean isLong = !"int32".equals(schema.path("format").asText());
        BigInteger beyond = BigInteger.ONE.shiftLeft(isLong ? 63 : 31);
        values.add(JSON.numberNode(beyond));
        values.add(JSON.numberNode(beyond.negate().subtract(BigInteger.ONE)));
        if (schema.has("minimum")) {
            values.add(JSON.numberNode(schema.get("minimum").bigIntegerValue().subtract(BigInteger.ONE)));
            values.add(JSON.numberNode(Long.MIN_VALUE));
        }
        if (schema.has("maximum")) {
            values.add(JSON.numberNode(schema.get("maximum").bigIntegerValue().add(BigInteger.ONE)));
        }
    }

    private static void addTexts(JsonNode schema, List<JsonNode> values) {
        if (schema.has("enum")) {
            Stream.of("", "OTHER", schema.path("enum").path(0).asText().toLowerCase(), "0")
                    .forEach(text -> values.add(JSON.textNode(text)));
        }
        if (schema.path("minLength").asInt() > 0) {
            values.add(JSON.textNode(""));
        }
        if (schema.has("maxLength")) {
            values.add(JSON.textNode("x".repeat(schema.get("maxLength").asInt() + 1)));
            values.add(JSON.textNode("가".repeat(schema.get("maxLength").asInt() + 1)));
        }
        if (schema.has("pattern")) {
            Pattern pattern = Pattern.compile(schema.get("pattern").asText());
            STRANGE.stream()
                    .filter(text -> !pattern.matcher(text).find())
                    .forEach(text -> values.add(JSON.textNode(text)));
        }
        if (schema.path("format").asText().startsWith("date")) {
            NO_DATES.forEach(text -> values.add(JSON.textNode(text)));
        }
    }

    private static void addArrays(JsonNode schema, List<JsonNode> values) {
        if (schema.path("minItems").asInt() > 0) {
            values.add(JSON.arrayNode());
        }
        if (schema.has("maxItems")) {
            int tooMany = Math.min(schema.get("maxItems").asInt() + 1, LONG_ARRAY_MAX);
            var array = JSON.arrayNode();
            for (int i = 0; i < tooMany; i++) {
                array.addObject();
            }
            values.add(array);
        }
    }
}
