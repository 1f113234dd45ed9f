package io.commerceroutes.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends one inline command and reads one line of its answer. Source: RESP. */
final class RedisClient {
    private RedisClient() {}

    static String send(int port, String command) throws IOException {
        try (Socket socket = new Socket(LocalPort.HOST, port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String first = answer.readLine();
            return first.startsWith("$") && !first.equals("$-1") ? answer.readLine() : first;
        }
    }
}
