package io.commerceroutes.local.platform;

import static org.awaitility.Awaitility.await;

import io.commerceroutes.embedded.LocalPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A role in a JVM of its own, so that a test can send it signals. */
public final class RoleProcess implements AutoCloseable {
    private static final Duration READY_LIMIT = Duration.ofSeconds(300);

    private final Process process;
    private final String baseUrl;
    private final ShopClient client;

    private RoleProcess(Process process, String baseUrl) {
        this.process = process;
        this.baseUrl = baseUrl;
        this.client = new ShopClient(baseUrl);
    }

    /** Starts the class on a free port; what it prints goes to a file named after both. */
    static RoleProcess start(String name, Path logFolder, Class<?> main, String... arguments) throws IOException {
        return startOn(LocalPort.free(), name, logFolder, main, arguments);
    }

    /** Starts the class on that port; what it prints is added to what one before it printed there. */
    public static RoleProcess startOn(int port, String name, Path logFolder, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        command.add("--server.port=" + port);
        Path log = Files.createDirectories(logFolder).resolve("%s-%d.log".formatted(name, port));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new RoleProcess(process, "http://127.0.0.1:" + port);
    }

    /**
     * Returns once it serves.
     *
     * @throws AssertionError when it has ended
     */
    public RoleProcess awaitReady() {
        await().atMost(READY_LIMIT).ignoreExceptions().until(() -> !process.isAlive() || answersReady());
        requireAlive();
        return this;
    }

    /**
     * Asks once.
     *
     * @throws AssertionError when it has ended
     */
    boolean isReady() {
        requireAlive();
        try {
            return answersReady();
        } catch (RuntimeException noAnswer) {
            return false;
        }
    }

    private boolean answersReady() {
        return client.get("/actuator/health/readiness").status() == 200;
    }

    /** @throws AssertionError when it has ended */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new AssertionError("It ended with " + process.exitValue());
        }
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

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("Still there");
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
