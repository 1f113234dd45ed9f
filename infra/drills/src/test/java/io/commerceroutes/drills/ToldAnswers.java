package io.commerceroutes.drills;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.commerceroutes.local.platform.ShopClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers as it was told to, in the place of a shop and a gateway whose books are wrong. */
final class ToldAnswers implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> byPath = new ConcurrentHashMap<>();

    ToldAnswers() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    ShopClient client() {
        return new ShopClient("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void audit(String json) {
        byPath.put("/api/v1/ops/audit", json);
    }

    void ledger(String... items) {
        byPath.put(
                "/api/v1/simulator/ledger",
                "{\"items\":[%s],\"totalCount\":%d}".formatted(String.join(",", items), items.length));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = byPath.getOrDefault(exchange.getRequestURI().getPath(), "{\"accessToken\":\"x\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
