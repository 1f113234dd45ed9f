package io.commerceroutes.pgsimulator.gateway;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A client of the gateway. */
public class Api {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
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

        /** The value at a JSONPath. */
        public <T> T at(String path) {
            return JsonPath.read(http.body(), path);
        }

        public String message() {
            return at("$.meta.message");
        }

        public String transactionKey() {
            return at("$.data.transactionKey");
        }
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

    public Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (IOException away) {
            throw new AssertionError("No answer", away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("No answer in time", interrupted);
        }
    }

    /** Sends a POST and leaves it to the caller what becomes of the connection. */
    public Socket open(String path, String json, String... headers) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("POST %s HTTP/1.1\r\nHost: gateway\r\n".formatted(path))
                .append("Content-Type: application/json\r\nContent-Length: %d\r\n".formatted(body.length));
        for (int i = 0; i < headers.length; i += 2) {
            head.append("%s: %s\r\n".formatted(headers[i], headers[i + 1]));
        }
        Socket socket = new Socket(URI.create(base).getHost(), URI.create(base).getPort());
        socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
        return socket;
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
        return headers.length == 0 ? request : request.headers(headers);
    }
}
