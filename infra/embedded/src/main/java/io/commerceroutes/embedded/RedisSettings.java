package io.commerceroutes.embedded;

import java.nio.file.Path;

/**
 * How an {@link EmbeddedRedis} runs.
 *
 * @param folder keeps the append-only file
 * @param portSetting what to name when the port is taken
 */
public record RedisSettings(Path folder, int port, String portSetting) {
    public RedisSettings {
        folder = folder.toAbsolutePath().normalize();
    }
}
