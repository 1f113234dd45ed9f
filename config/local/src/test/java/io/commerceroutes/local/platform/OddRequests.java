package io.commerceroutes.local.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Requests to one operation that its document allows, or nearly: odd values, headers, types, encodings and ids. */
final class OddRequests {
    private static final String JSON = "application/json";
    private static final ObjectWriter ESCAPED = new ObjectMapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);
    private static final List<String> IDS = List.of(
            "1",
            "2",
            "01",
            "999999",
            "1;a=b",
            "1%00",
            "%2F",
            "..",
            ".",
            "%25",
            "a%0Ab",
            "%F0%9F%98%80",
            "%FF",
            "x".repeat(3_000));
    private static final List<List<String>> HEADERS = List.of(
            List.of("Accept", "text/xml"),
            List.of("Accept", "x"),
            List.of("Content-Encoding", "gzip"),
            List.of("Content-Language", "x;"),
            List.of("X-Forwarded-For", "' OR 1=1 --"),
            List.of("X-HTTP-Method-Override", "DELETE"),
            List.of("CamelHttpUri", "http://127.0.0.1:1/", "CamelHttpResponseCode", "200"),
            List.of("CamelSqlQuery", "DROP TABLE users", "CamelFileName", "../x"),
            List.of("productId", "x", "orderId", "x", "couponId", "x"),
            List.of("traceparent", "00-x-y-01"),
            List.of("Cookie", "JSESSIONID=x"),
            List.of("Origin", "https://example.org"),
            List.of("Range", "bytes=0-1"),
            List.of("Accept-Language", "*;q=x"),
            List.of("Idempotency-Key", "k1"),
            List.of("Idempotency-Key", "\"k1\""),
            List.of("Idempotency-Key", "k2", "Idempotency-Key", "k3"),
            List.of("Idempotency-Key", "cl\u00E9"),
            List.of("Idempotency-Key", "\""),
            List.of("Idempotency-Key", "k".repeat(255)));
    private static final List<String> TYPES = List.of(
            "application/json;charset=utf-8",
            "APPLICATION/JSON",
            "application/json; charset=x",
            "application/json;charset=utf-16",
            "application/problem+json",
            "x",
            "");
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1, Charset.forName("UTF-32"));

    private final FuzzTarget target;
    private final SplittableRandom random;
    private final OddValues values;

    OddRequests(FuzzTarget target, SplittableRandom random) {
        this.target = target;
        this.random = random;
        this.values = new OddValues(random);
    }

    FuzzedRequest next() {
        DocumentedOperation operation = target.operation();
        String path = isOneIn(6) ? operation.pathWith(name -> any(IDS)) : target.path();
        String type = isOneIn(8) ? any(TYPES) : JSON;
        String[] headers = isOneIn(3) ? any(HEADERS).toArray(String[]::new) : new String[0];
        return target.request("odd", path, body(operation), type, headers);
    }

    private byte[] body(DocumentedOperation operation) {
        if (!operation.body().isObject()) {
            return isOneIn(3) ? "{}".getBytes(StandardCharsets.UTF_8) : null;
        }
        JsonNode body = values.of(operation.body(), operation.example());
        byte[] bytes = text(body).getBytes(isOneIn(20) ? any(CHARSETS) : StandardCharsets.UTF_8);
        if (isOneIn(20)) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** Half of them by escapes, which can also name what is no character. */
    private String text(JsonNode body) {
        try {
            return isOneIn(2) ? ESCAPED.writeValueAsString(body) : body.toString();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean isOneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
