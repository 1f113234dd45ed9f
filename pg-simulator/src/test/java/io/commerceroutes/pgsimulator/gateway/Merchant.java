package io.commerceroutes.pgsimulator.gateway;

import com.jayway.jsonpath.JsonPath;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Who is called back: keeps what came, and answers as the path asks, {@code /callback/<status>}. */
public final class Merchant {
    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** One callback. */
    public record Call(String path, String body, List<String> headerNames) {
        public <T> T at(String path) {
            return JsonPath.read(body, path);
        }
    }

    public Merchant() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(path, body, List.copyOf(exchange.getRequestHeaders().keySet())));
        int status = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        if (status == 302) {
            exchange.getResponseHeaders().add("Location", origin() + "/callback/200");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    public String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The callbacks for an order, in the order in which they came. */
    public List<Call> callsFor(String orderId) {
        return calls.stream()
                .filter(call -> call.body().contains('"' + orderId + '"'))
                .toList();
    }

    public void close() {
        server.stop(0);
    }
}
