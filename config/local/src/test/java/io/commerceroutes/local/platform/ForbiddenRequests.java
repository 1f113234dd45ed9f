package io.commerceroutes.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Requests to one operation that its document forbids, each in one point. */
final class ForbiddenRequests {
    private static final String JSON = "application/json";
    private static final List<String> OTHER_TYPES = List.of(
            "text/plain", "text/json", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data");
    private static final List<String> NO_IDS = List.of(
            "x", "-1", "0", "1.5", "1e3", "0x1", "%20", "%09", "9".repeat(20), "%EC%95%88", "1%2C2", "null", "'");
    private static final List<String> NO_KEYS = List.of("\"\"", " ", "\" \"", "k".repeat(256));
    private static final int BYTES_TOO_MANY = 100_000;

    private final FuzzTarget target;
    private final SplittableRandom random;
    private final List<Supplier<FuzzedRequest>> ways = new ArrayList<>();

    ForbiddenRequests(FuzzTarget target, SplittableRandom random) {
        this.target = target;
        this.random = random;
        DocumentedOperation operation = target.operation();
        if (operation.body().isObject()) {
            add(10, this::badField);
            add(2, this::missingField);
            add(2, () -> withBody("broken", BrokenJson.of(sample().toString(), random)));
            add(1, () -> target.request("of another type", target.path(), bytes(sample()), any(OTHER_TYPES)));
            add(1, this::tooLarge);
        }
        if (operation.body().path("additionalProperties").isBoolean()
                && !operation.body().path("additionalProperties").asBoolean()) {
            add(1, this::unknownField);
        }
        if (!operation.pathParameters().isEmpty()) {
            add(
                    3,
                    () -> target.request(
                            "no such path", operation.pathWith(name -> any(NO_IDS)), bytes(sample()), JSON));
        }
        if (operation.idempotent()) {
            add(
                    1,
                    () -> target.request(
                            "no key", target.path(), bytes(sample()), JSON, "Idempotency-Key", any(NO_KEYS)));
        }
    }

    /** Whether there is anything that the document forbids. */
    boolean areThere() {
        return !ways.isEmpty();
    }

    FuzzedRequest next() {
        return any(ways).get();
    }

    private void add(int times, Supplier<FuzzedRequest> way) {
        for (int i = 0; i < times; i++) {
            ways.add(way);
        }
    }

    private FuzzedRequest badField() {
        ObjectNode body = sample();
        SchemaSite site = any(SchemaSite.in(body, target.operation().body()));
        List<JsonNode> values = ForbiddenValues.of(site.schema(), site.required());
        site.fill(any(values));
        return withBody("bad " + site, bytes(body));
    }

    private FuzzedRequest missingField() {
        ObjectNode body = sample();
        SchemaSite site = any(SchemaSite.in(body, target.operation().body()).stream()
                .filter(one -> one.required() && one.isField())
                .toList());
        site.empty();
        return withBody("without " + site, bytes(body));
    }

    private FuzzedRequest unknownField() {
        ObjectNode body = sample();
        body.put(any(List.of("unknown", "", "class", "__proto__", "ID", "id", "\u0000")), 1);
        return withBody("unknown field", bytes(body));
    }

    private FuzzedRequest tooLarge() {
        ObjectNode body = sample();
        SchemaSite site = any(SchemaSite.in(body, target.operation().body()).stream()
                .filter(SchemaSite::isField)
                .toList());
        site.fill(body.textNode("x".repeat(BYTES_TOO_MANY)));
        return withBody("too large", bytes(body));
    }

    private FuzzedRequest withBody(String what, byte[] body) {
        return target.request(what, target.path(), body, JSON);
    }

    private ObjectNode sample() {
        return target.operation().example() instanceof ObjectNode example ? example.deepCopy() : null;
    }

    private static byte[] bytes(ObjectNode body) {
        return body == null ? null : body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
