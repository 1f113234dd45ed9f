package io.commerceroutes.local.platform;

import static org.awaitility.Awaitility.await;

import io.commerceroutes.app.CommerceApplication;
import io.commerceroutes.embedded.LocalPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A commerce-api in a JVM of its own, beside a {@link TestPlatform}, so that a test can send it signals. */
final class ApiProcess implements AutoCloseable {
    private static final Duration READY_LIMIT = Duration.ofSeconds(150);

    private final Process process;
    private final String baseUrl;

    private ApiProcess(Process process, String baseUrl) {
        this.process = process;
        this.baseUrl = baseUrl;
    }

    static ApiProcess start(TestPlatform platform, Map<String, Object> ownSettings) throws IOException {
        int port = LocalPort.free();
        Map<String, Object> settings = new HashMap<>(ownSettings);
        settings.put("roles", "api");
        settings.put("spring.profiles.active", "local");
        settings.put("server.port", port);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CommerceApplication.class.getName()));
        command.addAll(List.of(platform.arguments(settings)));
        Path log = Files.createDirectories(Path.of("target", "it")).resolve("api-%d.log".formatted(port));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ApiProcess(process, "http://127.0.0.1:" + port);
    }

    ApiProcess awaitReady() {
        ShopClient client = new ShopClient(baseUrl);
        await().atMost(READY_LIMIT)
                .ignoreExceptions()
                .until(() -> !process.isAlive()
                        || client.get("/actuator/health/readiness").status() == 200);
        if (!process.isAlive()) {
            throw new AssertionError("It ended with " + process.exitValue());
        }
        return this;
    }

    String baseUrl() {
        return baseUrl;
    }

    /** SIGSTOP: it stands still, with all that it holds. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** SIGCONT: it goes on and knows nothing of the time between. */
    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new IllegalStateException("kill -%s answered %d".formatted(name, kill.exitValue()));
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new AssertionError("Still there");
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
