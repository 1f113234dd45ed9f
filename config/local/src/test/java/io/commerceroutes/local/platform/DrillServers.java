package io.commerceroutes.local.platform;

import io.commerceroutes.embedded.DatabaseSettings;
import io.commerceroutes.embedded.EmbeddedDatabase;
import io.commerceroutes.embedded.EmbeddedKafka;
import io.commerceroutes.embedded.KafkaSettings;
import io.commerceroutes.embedded.LocalPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database and a Kafka of a drill's own, which come back on the same ports with the same data. */
final class DrillServers implements AutoCloseable {
    private static final String SCHEMA = "analytics";
    private static final long END_LIMIT_SECONDS = 60;

    private final DatabaseSettings databaseSettings;
    private final KafkaSettings kafkaSettings;
    private EmbeddedDatabase database;
    private EmbeddedKafka kafka;

    DrillServers(Path folder) {
        this(folder, List.of(SCHEMA));
    }

    DrillServers(Path folder, List<String> schemas) {
        databaseSettings = new DatabaseSettings(
                folder.resolve("mysql"), LocalPort.free(), "a free port", "drill", "drill", schemas);
        kafkaSettings = KafkaSettings.of(folder.resolve("kafka"), LocalPort.free(), "a free port");
    }

    void start() {
        CompletableFuture<Void> databaseStart =
                CompletableFuture.runAsync(this::startDatabase, Thread::startVirtualThread);
        startKafka();
        databaseStart.join();
    }

    void startKafka() {
        kafka = EmbeddedKafka.start(kafkaSettings);
    }

    void startDatabase() {
        database = EmbeddedDatabase.start(databaseSettings);
    }

    /** In order. */
    void stopKafka() {
        kafka.close();
    }

    /** SIGKILL: what it had not flushed is gone, and nobody learns what became of the commits on their way. */
    void killDatabase() throws Exception {
        ProcessHandle process = ProcessHandle.of(databasePid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(END_LIMIT_SECONDS, TimeUnit.SECONDS);
        database.close();
    }

    private long databasePid() throws IOException {
        return Long.parseLong(Files.readString(databaseSettings.folder().resolve("server.pid"))
                .strip());
    }

    String bootstrapServers() {
        return LocalPort.HOST + ":" + kafkaSettings.port();
    }

    String jdbcUrl() {
        return jdbcUrl(SCHEMA);
    }

    String jdbcUrl(String schema) {
        return database.jdbcUrl(schema);
    }

    String user() {
        return databaseSettings.user();
    }

    String password() {
        return databaseSettings.password();
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(new DriverManagerDataSource(jdbcUrl(), user(), password()));
    }

    @Override
    public void close() {
        try {
            if (kafka != null) {
                kafka.close();
            }
        } finally {
            if (database != null) {
                database.close();
            }
        }
    }
}
