package io.commerceroutes.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.error.OsArchitectureNotFound;
import redis.embedded.error.UnknownOSName;
import redis.embedded.model.OsArchitecture;

/** A Redis server of our own: keeps an append-only file in a folder, serves this machine only. */
public final class EmbeddedRedis implements AutoCloseable {
    private static final String SERVER_NAME = "Redis";
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final RedisSettings settings;
    private final FolderLock lock;
    private final ServerProcess process;

    private EmbeddedRedis(RedisSettings settings, FolderLock lock, ServerProcess process) {
        this.settings = settings;
        this.lock = lock;
        this.process = process;
    }

    /**
     * Starts the server and returns when it answers. One that a killed JVM left behind on this folder is ended first.
     *
     * @throws PortTakenException when somebody else listens on the port
     * @throws FolderInUseException when another living process has the folder
     * @throws UnsupportedPlatformException when no binary is bundled for this machine
     */
    public static EmbeddedRedis start(RedisSettings settings) {
        FolderLock lock = FolderLock.take(settings.folder());
        try {
            LeftBehind.stop(settings.folder(), STOP_LIMIT);
            LocalPort.requireFree(settings.port(), settings.portSetting());
            ServerProcess process = ServerProcess.start(SERVER_NAME, settings.folder(), command(settings), Map.of());
            process.awaitReady(() -> Probe.redisAnswers(settings.port()), START_LIMIT);
            return new EmbeddedRedis(settings, lock, process);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static List<String> command(RedisSettings settings) {
        return List.of(
                executable().toString(),
                "--bind",
                LocalPort.HOST,
                "--port",
                Integer.toString(settings.port()),
                "--dir",
                settings.folder().toString(),
                "--appendonly",
                "yes",
                "--save",
                "",
                "--maxmemory",
                "256mb",
                "--maxmemory-policy",
                "volatile-lru",
                // Else Redis overwrites its command line, by which the next start recognises it.
                "--set-proc-title",
                "no");
    }

    private static Path executable() {
        try {
            String resource = ExecutableProvider.newProvidedVersionsMap().get(OsArchitecture.detectOSandArchitecture());
            if (resource == null) {
                throw new UnsupportedPlatformException(SERVER_NAME, null);
            }
            String name = resource.substring(1);
            Path folder = BinaryCache.folder(BinaryCache.defaultFolder(), name, EmbeddedRedis::unpack);
            return folder.resolve(name);
        } catch (OsArchitectureNotFound | UnknownOSName e) {
            throw new UnsupportedPlatformException(SERVER_NAME, e);
        } catch (IOException e) {
            throw new ServerStartException(SERVER_NAME, "cannot unpack it", e);
        }
    }

    private static void unpack(Path folder) throws IOException {
        ExecutableProvider.newJarResourceProvider(folder.toFile()).get();
    }

    public int port() {
        return settings.port();
    }

    public String url() {
        return "redis://%s:%d".formatted(LocalPort.HOST, settings.port());
    }

    /** Ends the server in order; does nothing the second time. */
    @Override
    public void close() {
        process.stop(STOP_LIMIT);
        lock.close();
    }
}
