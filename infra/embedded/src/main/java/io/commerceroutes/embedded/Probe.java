package io.commerceroutes.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks a server over its own protocol whether it serves yet. */
final class Probe {
    private static final int CONNECT_TIMEOUT_MILLIS = 500;
    private static final int READ_TIMEOUT_MILLIS = 1_000;

    private Probe() {}

    /**
     * MySQL greets first, and only once it takes connections: 3 bytes of length, a sequence number, protocol 10.
     * Source: MySQL client/server protocol, Protocol::HandshakeV10.
     */
    static boolean mysqlGreets(int port) {
        try (Socket socket = connect(port)) {
            byte[] start = socket.getInputStream().readNBytes(5);
            return start.length == 5 && start[4] == 10;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Redis answers an inline PING with +PONG, or with -LOADING while it reads its data. Source: RESP. */
    static boolean redisAnswers(int port) {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return "+PONG".equals(new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII));
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(LocalPort.HOST, port), CONNECT_TIMEOUT_MILLIS);
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
