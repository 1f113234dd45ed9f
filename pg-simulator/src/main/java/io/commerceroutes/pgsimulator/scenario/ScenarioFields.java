package io.commerceroutes.pgsimulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.pgsimulator.transaction.Outcome;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What each field of a scenario may hold. */
final class ScenarioFields {
    private static final int MAX_DELAY_MILLIS = 60_000;
    private static final int MAX_CONCURRENCY = 256;
    private static final double MAX_WEIGHT = 1_000_000;
    private static final Set<String> OUTCOMES =
            Arrays.stream(Outcome.values()).map(Enum::name).collect(Collectors.toSet());

    private static final Field RATE = new Field("a number from 0 to 1", ScenarioFields::isRate);
    private static final Field RATE_OR_SWITCH =
            new Field("a number from 0 to 1, or true or false", value -> value.isBoolean() || isRate(value));
    private static final Field DELAY = new Field(
            "[min,max] in whole milliseconds, 0 <= min <= max <= " + MAX_DELAY_MILLIS, ScenarioFields::isDelay);
    private static final Field SWITCH = new Field("true or false", JsonNode::isBoolean);

    private static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry("requestFailureRate", RATE),
            Map.entry("requestDelayMs", DELAY),
            Map.entry("settleDelayMs", DELAY),
            Map.entry(
                    "outcomes",
                    new Field(
                            "an object of weights SUCCESS, LIMIT_EXCEEDED, INVALID_CARD from 0 to %.0f, not all 0"
                                    .formatted(MAX_WEIGHT),
                            ScenarioFields::areWeights)),
            Map.entry("acceptedButFailed", RATE_OR_SWITCH),
            Map.entry("acceptedButTimesOut", RATE_OR_SWITCH),
            Map.entry("callbackLossRate", RATE),
            Map.entry("callbackDuplicates", RATE_OR_SWITCH),
            Map.entry("callbackReorder", SWITCH),
            Map.entry("forgedCallbackRate", RATE),
            Map.entry("amountMismatchRate", RATE),
            Map.entry("capturedAmountMismatchRate", RATE),
            Map.entry(
                    "settlementConcurrency",
                    new Field(
                            "a whole number from 1 to " + MAX_CONCURRENCY,
                            value -> isWhole(value, 1, MAX_CONCURRENCY))),
            Map.entry("outage", SWITCH),
            Map.entry("refunds", SWITCH),
            Map.entry(
                    "seed",
                    new Field("a whole number", value -> value.isIntegralNumber() && value.canConvertToLong())));

    /** What a value has to be, in words and as a rule. */
    record Field(String expected, Predicate<JsonNode> rule) {
        boolean accepts(JsonNode value) {
            return rule.test(value);
        }

        /** Where a rate may be a switch, on is always. */
        boolean isSwitchedRate(JsonNode value) {
            return this == RATE_OR_SWITCH && value.isBoolean();
        }
    }

    private ScenarioFields() {}

    /** Null for a name that is no field's. */
    static Field named(String name) {
        return FIELDS.get(name);
    }

    private static boolean isRate(JsonNode value) {
        return value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= 1;
    }

    private static boolean isDelay(JsonNode value) {
        return value.isArray()
                && value.size() == 2
                && isWhole(value.get(0), 0, MAX_DELAY_MILLIS)
                && isWhole(value.get(1), value.get(0).intValue(), MAX_DELAY_MILLIS);
    }

    private static boolean isWhole(JsonNode value, int least, int most) {
        return value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= least
                && value.intValue() <= most;
    }

    private static boolean areWeights(JsonNode value) {
        return value.isObject()
                && value.properties().stream()
                        .allMatch(weight -> OUTCOMES.contains(weight.getKey()) && isWeight(weight.getValue()))
                && value.properties().stream()
                        .anyMatch(weight -> weight.getValue().doubleValue() > 0);
    }

    private static boolean isWeight(JsonNode value) {
        return value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= MAX_WEIGHT;
    }
}
