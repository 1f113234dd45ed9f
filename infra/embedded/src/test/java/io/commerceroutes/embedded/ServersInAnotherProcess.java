package io.commerceroutes.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts all servers in a JVM of its own, so that a test can kill it. */
final class ServersInAnotherProcess {
    private static final String READY = "servers are ready";

    private ServersInAnotherProcess() {}

    static Process start(Path folder, ServerPorts ports) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServersInAnotherProcess.class.getName(),
                        folder.toString(),
                        ports.asArgument())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY)) {
                return process;
            }
        }
        throw new IOException("The other process ended before its servers were ready");
    }

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        ServerPorts ports = ServerPorts.parse(arguments[1]);
        List<AutoCloseable> servers = List.of(
                EmbeddedDatabase.start(ports.database(folder)),
                EmbeddedKafka.start(ports.kafka(folder)),
                EmbeddedRedis.start(ports.redis(folder)));
        System.out.println(READY);
        new CountDownLatch(servers.size()).await();
    }
}
