package io.commerceroutes.routes.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client of the flows' HTTP entries, on the port that the test's server has. */
public class Api {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final String base;

    public Api(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** What came back. */
    public record Reply(int status, HttpResponse<String> http) {
        public String body() {
            return http.body();
        }

        public Optional<String> header(String name) {
            return http.headers().firstValue(name);
        }

        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(http.body());
            } catch (IOException notJson) {
                throw new AssertionError("Not JSON: " + http.body(), notJson);
            }
        }

        /** The value at a JSONPath. */
        public <T> T at(String path) {
            return JsonPath.read(http.body(), path);
        }
    }

    /** Headers and bodies of all answers so far. */
    public List<String> answers() {
        return List.copyOf(answers);
    }

    public Reply get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Reply post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public Reply put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    /** A POST without a body. */
    public Reply post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    public Reply delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            answers.add(response.headers().map() + response.body());
            return new Reply(response.statusCode(), response);
        } catch (IOException away) {
            throw new AssertionError("No answer", away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("No answer in time", interrupted);
        }
    }
}
