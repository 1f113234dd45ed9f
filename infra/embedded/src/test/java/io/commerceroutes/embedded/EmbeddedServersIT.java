package io.commerceroutes.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersIT {
    @Test
    void shared_servers_start_once_and_let_a_test_have_its_own_schema() throws SQLException {
        EmbeddedDatabase database = EmbeddedServers.shared().start().database();
        assertThat(EmbeddedServers.shared().database()).isSameAs(database);
        String url = database.jdbcUrl("schema_of_this_test") + "&createDatabaseIfNotExist=true";
        try (var connection = DriverManager.getConnection(url, database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (text VARCHAR(20))");
        }
        assertThat(EmbeddedServers.shared().kafka().bootstrapServers()).startsWith("127.0.0.1:");
        assertThat(EmbeddedServers.shared().redis().url()).startsWith("redis://127.0.0.1:");
    }

    @Test
    void only_what_is_asked_for_is_started_and_nothing_after_closing(
            @TempDir(factory = TargetFolder.class) Path folder) {
        EmbeddedServers servers = EmbeddedServers.in(folder).start(EmbeddedServers.Kind.REDIS);
        servers.close();
        assertThat(folder.resolve("redis")).exists();
        assertThat(folder.resolve("mysql")).doesNotExist();
        assertThatThrownBy(servers::redis).isInstanceOf(IllegalStateException.class);
    }
}
