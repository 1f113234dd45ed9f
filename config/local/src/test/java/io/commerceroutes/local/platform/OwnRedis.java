package io.commerceroutes.local.platform;

import io.commerceroutes.embedded.EmbeddedRedis;
import io.commerceroutes.embedded.LocalPort;
import io.commerceroutes.embedded.RedisSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A Redis that a test may kill, and start again on its port. */
final class OwnRedis implements AutoCloseable {
    private final RedisSettings settings =
            new RedisSettings(Path.of("target", "it", "redis-" + UUID.randomUUID()), LocalPort.free(), "a free port");
    private EmbeddedRedis server;

    String url() {
        return "redis://%s:%d".formatted(LocalPort.HOST, settings.port());
    }

    void start() throws Exception {
        Files.createDirectories(settings.folder());
        server = EmbeddedRedis.start(settings);
    }

    /** SIGKILL. */
    void kill() throws Exception {
        long pid = Long.parseLong(
                Files.readString(settings.folder().resolve("server.pid")).strip());
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(60, TimeUnit.SECONDS);
        server.close();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
