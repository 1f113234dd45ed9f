package io.commerceroutes.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Speaks to commerce-api as its customers do. */
public final class ShopClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String baseUrl;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    public ShopClient(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** What came back; a body that is no JSON is read as missing. */
    public record Answer(int status, JsonNode body, HttpHeaders headers) {
        /** Empty if there is no such field. */
        public String text(String field) {
            return body.path(field).asText();
        }

        /** @throws AssertionError if there is no such number */
        public long number(String field) {
            if (!body.path(field).isIntegralNumber()) {
                throw new AssertionError("No %s in %s".formatted(field, this));
            }
            return body.path(field).asLong();
        }
    }

    public String baseUrl() {
        return baseUrl;
    }

    /** A page that is not JSON. */
    String text(String path) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(baseUrl + path)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public String token(long userId, String role) {
        return tokens.computeIfAbsent(
                userId + role,
                key -> send("POST", "/api/v1/auth/tokens", "{\"userId\":%d,\"role\":\"%s\"}".formatted(userId, role))
                        .text("accessToken"));
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer as(long userId, String role, String method, String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = "Bearer " + token(userId, role);
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send(method, path, body, all);
    }

    /** @throws UncheckedIOException if no answer came */
    public Answer customer(long userId, String method, String path, String body, String... headers) {
        return as(userId, "CUSTOMER", method, path, body, headers);
    }

    public Answer operator(String path) {
        return as(1, "OPS", "GET", path, null);
    }

    /** @throws UncheckedIOException if no answer came */
    public Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(PATIENCE);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.method(method, BodyPublishers.ofString(body));
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), json(response.body()), response.headers());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException noJson) {
            return JSON.missingNode();
        }
    }
}
