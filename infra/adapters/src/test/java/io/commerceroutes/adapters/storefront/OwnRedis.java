package io.commerceroutes.adapters.storefront;

import io.commerceroutes.embedded.EmbeddedRedis;
import io.commerceroutes.embedded.LocalPort;
import io.commerceroutes.embedded.RedisSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A Redis that a test may kill, and start again where it was. */
final class OwnRedis implements AutoCloseable {
    private final RedisSettings settings =
            new RedisSettings(Path.of("target", "it", "redis-" + UUID.randomUUID()), LocalPort.free(), "a free port");
    private EmbeddedRedis server;

    OwnRedis() {
        if (!settings.folder().toFile().mkdirs()) {
            throw new IllegalStateException("No folder " + settings.folder());
        }
    }

    int port() {
        return settings.port();
    }

    void start() {
        server = EmbeddedRedis.start(settings);
    }

    /** SIGKILL. */
    void kill() throws Exception {
        ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(60, TimeUnit.SECONDS);
        server.close();
    }

    /** SIGSTOP: connections stay, answers do not come. */
    void pause() throws Exception {
        signal("STOP");
    }

    /** SIGCONT. */
    void resume() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        if (new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor() != 0) {
            throw new IllegalStateException("No such process");
        }
    }

    private long pid() throws IOException {
        return Long.parseLong(
                Files.readString(settings.folder().resolve("server.pid")).strip());
    }

    @Override
    public void close() {
        server.close();
    }
}
