package io.commerceroutes.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A MariaDB server of our own: speaks MySQL's protocol, keeps its data in a folder, serves this machine only. */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final DatabaseSettings settings;
    private final FolderLock lock;
    private final ServerProcess process;

    private EmbeddedDatabase(DatabaseSettings settings, FolderLock lock, ServerProcess process) {
        this.settings = settings;
        this.lock = lock;
        this.process = process;
    }

    /**
     * Starts the server and returns when it takes connections. One that a killed JVM left behind on this folder is
     * ended first.
     *
     * @throws PortTakenException when somebody else listens on the port
     * @throws FolderInUseException when another living process has the folder
     * @throws UnsupportedPlatformException when no binary is bundled for this machine
     */
    public static EmbeddedDatabase start(DatabaseSettings settings) {
        FolderLock lock = FolderLock.take(settings.folder());
        try {
            LeftBehind.stop(settings.folder(), STOP_LIMIT);
            LocalPort.requireFree(settings.port(), settings.portSetting());
            return new EmbeddedDatabase(settings, lock, startProcess(settings));
        } catch (IOException e) {
            lock.close();
            throw new ServerStartException(MariaDbBinaries.SERVER_NAME, e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static ServerProcess startProcess(DatabaseSettings settings) throws IOException {
        MariaDbBinaries binaries = MariaDbBinaries.unpacked(BinaryCache.defaultFolder());
        Path data = settings.folder().resolve("data");
        if (!Files.isDirectory(data)) {
            MariaDbInstallation.install(binaries, settings.folder(), data);
        }
        Files.createDirectories(settings.folder().resolve("tmp"));
        ServerProcess process = ServerProcess.start(
                MariaDbBinaries.SERVER_NAME,
                settings.folder(),
                MariaDbCommand.of(settings, binaries),
                binaries.environment());
        process.awaitReady(() -> Probe.mysqlGreets(settings.port()), START_LIMIT);
        return process;
    }

    public int port() {
        return settings.port();
    }

    public String user() {
        return settings.user();
    }

    public String password() {
        return settings.password();
    }

    public String jdbcUrl(String schema) {
        return JdbcUrl.of(settings.port(), schema);
    }

    /** Ends the server in order; does nothing the second time. */
    @Override
    public void close() {
        process.stop(STOP_LIMIT);
        lock.close();
    }
}
