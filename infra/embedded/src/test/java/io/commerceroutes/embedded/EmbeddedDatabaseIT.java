package io.commerceroutes.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
    @TempDir(factory = TargetFolder.class)
    private Path folder;

    @Test
    void a_restart_keeps_the_data() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings(LocalPort.free()))) {
            run(database, "CREATE TABLE note (text VARCHAR(20))", "INSERT INTO note VALUES ('kept')");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings(LocalPort.free()))) {
            assertThat(ask(database, "SELECT text FROM note")).isEqualTo("kept");
        }
    }

    @Test
    void it_runs_durably_in_utc_and_utf8_with_read_committed() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings(LocalPort.free()))) {
            assertThat(ask(database, "SELECT @@tx_isolation")).isEqualTo("READ-COMMITTED");
            assertThat(ask(database, "SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
            assertThat(ask(database, "SELECT @@global.time_zone")).isEqualTo("+00:00");
            assertThat(ask(database, "SELECT @@character_set_database")).isEqualTo("utf8mb4");
            assertThat(ask(database, "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = 'two'"))
                    .isEqualTo("two");
        }
    }

    @Test
    void a_folder_in_use_is_refused_and_its_server_goes_on() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings(LocalPort.free()))) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(settings(LocalPort.free())))
                    .isInstanceOf(FolderInUseException.class);
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_taken_port_is_refused_and_the_folder_stays_usable() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(settings(other.getLocalPort())))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("--mysql.port");
        }
        EmbeddedDatabase database = EmbeddedDatabase.start(settings(LocalPort.free()));
        database.close();
        database.close();
    }

    private DatabaseSettings settings(int port) {
        return new DatabaseSettings(folder, port, "--mysql.port", "someone", "s3cret!", List.of("one", "two"));
    }

    private static void run(EmbeddedDatabase database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl("one"), database.user(), database.password());
    }
}
