package io.commerceroutes.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisIT {
    @TempDir(factory = TargetFolder.class)
    private Path folder;

    @Test
    void a_restart_keeps_the_data() throws IOException {
        try (EmbeddedRedis redis = EmbeddedRedis.start(settings(LocalPort.free()))) {
            assertThat(RedisClient.send(redis.port(), "SET note kept")).isEqualTo("+OK");
        }
        try (EmbeddedRedis redis = EmbeddedRedis.start(settings(LocalPort.free()))) {
            assertThat(RedisClient.send(redis.port(), "GET note")).isEqualTo("kept");
        }
    }

    @Test
    void a_taken_port_is_refused() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedRedis.start(settings(other.getLocalPort())))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("--redis.port");
        }
    }

    private RedisSettings settings(int port) {
        return new RedisSettings(folder, port, "--redis.port");
    }
}
