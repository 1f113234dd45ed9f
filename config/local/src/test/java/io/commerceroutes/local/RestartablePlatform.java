package io.commerceroutes.local;

import io.commerceroutes.embedded.JdbcUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The whole local platform on data and ports of its own, which a test kills, ends and starts again. */
public final class RestartablePlatform implements AutoCloseable {
    private final Path dataFolder;
    private final Map<PortSetting, Integer> ports = PlatformProcess.freePorts();
    private final List<ProcessHandle> leftBehind = new ArrayList<>();
    private PlatformProcess process;

    public RestartablePlatform(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    /** Returns when it is ready. */
    public void start() throws IOException {
        process = PlatformProcess.start(dataFolder, ports);
        process.awaitReady();
    }

    /** SIGKILL: the JVM is gone at once, and MySQL and Redis stay behind. */
    public void kill() throws InterruptedException {
        leftBehind.addAll(process.servers());
        process.kill();
    }

    /** SIGTERM; answers the exit code once everything has ended. */
    public int terminate() throws InterruptedException {
        process.terminate();
        return process.awaitEnd();
    }

    public String apiUrl() {
        return url(PortSetting.API);
    }

    public String collectorUrl() {
        return url(PortSetting.COLLECTOR);
    }

    public String simulatorUrl() {
        return url(PortSetting.SIMULATOR);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports.get(PortSetting.KAFKA);
    }

    public JdbcTemplate jdbc(String schema) {
        return new JdbcTemplate(new DriverManagerDataSource(
                JdbcUrl.of(ports.get(PortSetting.DATABASE), schema),
                RoleSettings.DATABASE_USER,
                RoleSettings.DATABASE_PASSWORD));
    }

    private String url(PortSetting setting) {
        return "http://127.0.0.1:" + ports.get(setting);
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.close();
        }
        leftBehind.forEach(ProcessHandle::destroyForcibly);
    }
}
