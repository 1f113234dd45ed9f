package io.commerceroutes.local;

import io.commerceroutes.embedded.LocalPort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The local platform on embedded servers, in a JVM of its own, so that a test can send it signals. */
final class PlatformProcess implements AutoCloseable {
    /** Would name other servers than the embedded ones. */
    private static final List<String> EXTERNAL_SERVERS =
            List.of("COMMERCE_DB_URL", "ANALYTICS_DB_URL", "KAFKA_BOOTSTRAP_SERVERS", "REDIS_URL", "PG_BASE_URL");

    private static final Duration READY_LIMIT = Duration.ofSeconds(300);
    private static final Duration END_LIMIT = Duration.ofSeconds(150);

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private PlatformProcess(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().start(this::read);
    }

    static Map<PortSetting, Integer> freePorts() {
        Map<PortSetting, Integer> ports = new EnumMap<>(PortSetting.class);
        for (PortSetting setting : PortSetting.values()) {
            ports.put(setting, LocalPort.free());
        }
        return ports;
    }

    static PlatformProcess start(Path dataFolder, Map<PortSetting, Integer> ports, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LocalPlatform.class.getName()));
        ports.forEach((setting, port) -> command.add(setting.option() + "=" + port));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        EXTERNAL_SERVERS.forEach(builder.environment()::remove);
        builder.environment().put("COMMERCE_DATA_DIR", dataFolder.toString());
        return new PlatformProcess(builder.start());
    }

    private void read() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException ended) {
            lines.add("(output ended: " + ended.getMessage() + ")");
        }
    }

    PlatformProcess awaitReady() {
        Awaitility.await("ready: " + lines)
                .atMost(READY_LIMIT)
                .until(() -> !process.isAlive() || lines.stream().anyMatch(line -> line.startsWith("Ready in")));
        if (!process.isAlive()) {
            throw new AssertionError("It ended: " + String.join("\n", lines));
        }
        return this;
    }

    /** Its exit code, once it ended. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Still there: " + String.join("\n", lines));
        }
        return process.exitValue();
    }

    /** The servers' own processes. */
    List<ProcessHandle> servers() {
        return process.descendants().toList();
    }

    /** Sends SIGTERM; by its handle, since Process.destroy would close the output that is still to be read. */
    void terminate() {
        process.toHandle().destroy();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    List<String> lines() {
        return lines;
    }

    static int readiness(int port) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port));
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> servers = servers();
        process.destroyForcibly();
        servers.forEach(ProcessHandle::destroyForcibly);
        process.waitFor(60, TimeUnit.SECONDS);
    }
}
