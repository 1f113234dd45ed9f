package io.commerceroutes.app.commerce;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** A payment gateway on a port of its own that takes its time, or does not know when to stop. */
final class UnhurriedGateway implements AutoCloseable {
    /** More than anybody takes, and less than would end the tests. */
    static final int TOO_MANY_BYTES = 16 * 1024 * 1024;

    private static final int DRIPS = 200;
    private static final int MILLIS_PER_DRIP = 50;

    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Integer> connections = new CopyOnWriteArrayList<>();
    private final List<String> traceparents = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> brokenOff = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    UnhurriedGateway() throws IOException {
        byte[] shortPacked = packed(1);
        byte[] packed = packed(TOO_MANY_BYTES);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/quick", exchange -> answer(exchange, body -> body.write('1')));
        server.createContext("/dripping", exchange -> answer(exchange, this::drip));
        server.createContext("/endless", exchange -> answer(exchange, body -> body.write(new byte[TOO_MANY_BYTES])));
        server.createContext("/empty", exchange -> answer(exchange, body -> {}));
        server.createContext("/packed", exchange -> answerPacked(exchange, packed));
        server.createContext("/wrongly-packed", exchange -> answerPacked(exchange, new byte[1_000]));
        server.createContext("/short-packed", exchange -> answerPacked(exchange, shortPacked));
        server.start();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The callers' ports, in the order of their calls. */
    List<Integer> connections() {
        return List.copyOf(connections);
    }

    List<String> traceparents() {
        return List.copyOf(traceparents);
    }

    /** The next path whose answer nobody took to its end; null if there is none in time. */
    String nextBrokenOff() throws InterruptedException {
        return brokenOff.poll(30, TimeUnit.SECONDS);
    }

    /** An answer's body. */
    private interface Body {
        void writeTo(OutputStream body) throws IOException;
    }

    private void answer(HttpExchange exchange, Body written) throws IOException {
        connections.add(exchange.getRemoteAddress().getPort());
        traceparents.addAll(exchange.getRequestHeaders().getOrDefault("traceparent", List.of()));
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            written.writeTo(body);
        } catch (IOException nobodyListens) {
            brokenOff.add(exchange.getRequestURI().getPath());
            throw nobodyListens;
        }
    }

    private void answerPacked(HttpExchange exchange, byte[] packed) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        answer(exchange, body -> body.write(packed));
    }

    private void drip(OutputStream body) throws IOException {
        for (int drip = 0; drip < DRIPS && !isClosingWithin(MILLIS_PER_DRIP); drip++) {
            body.write('1');
            body.flush();
        }
    }

    private boolean isClosingWithin(int millis) throws IOException {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private static byte[] packed(int length) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(new byte[length]);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
