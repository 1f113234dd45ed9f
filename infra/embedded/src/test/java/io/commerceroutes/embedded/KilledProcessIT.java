package io.commerceroutes.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessIT {
    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(60);

    @TempDir(factory = TargetFolder.class)
    private Path folder;

    private final ServerPorts ports = ServerPorts.free();

    @Test
    void after_a_kill_the_next_start_takes_over_on_the_same_ports_with_all_data() throws Exception {
        Process killed = ServersInAnotherProcess.start(folder, ports);
        try {
            assertThatThrownBy(() -> EmbeddedDatabase.start(ports.database(folder)))
                    .isInstanceOf(FolderInUseException.class);
            write();
        } finally {
            killed.destroyForcibly();
            killed.waitFor(60, TimeUnit.SECONDS);
        }
        long begun = System.nanoTime();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(ports.database(folder));
                EmbeddedKafka kafka = EmbeddedKafka.start(ports.kafka(folder));
                EmbeddedRedis redis = EmbeddedRedis.start(ports.redis(folder))) {
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);
            assertThat(inDatabase(database, "SELECT * FROM note")).isTrue();
            assertThat(KafkaRecords.read(kafka.bootstrapServers(), "notes", "readers", 1))
                    .containsExactly("kept");
            assertThat(RedisClient.send(redis.port(), "GET note")).isEqualTo("kept");
            assertThat(taken).isLessThan(RECOVERY_LIMIT);
        }
    }

    private void write() throws Exception {
        String kafka = LocalPort.HOST + ":" + ports.kafka();
        String url = "jdbc:mysql://%s:%d/notes".formatted(LocalPort.HOST, ports.database());
        try (Connection connection = DriverManager.getConnection(url, "me", "me");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (text VARCHAR(20))");
            statement.execute("INSERT INTO note VALUES ('kept')");
        }
        KafkaRecords.createTopic(kafka, "notes");
        KafkaRecords.send(kafka, "notes", "kept");
        RedisClient.send(ports.redis(), "SET note kept");
    }

    private static boolean inDatabase(EmbeddedDatabase database, String query) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl("notes"), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            return statement.executeQuery(query).next();
        }
    }
}
