package io.commerceroutes.local;

import io.commerceroutes.embedded.DatabaseSettings;
import io.commerceroutes.embedded.EmbeddedDatabase;
import io.commerceroutes.embedded.EmbeddedKafka;
import io.commerceroutes.embedded.EmbeddedRedis;
import io.commerceroutes.embedded.KafkaSettings;
import io.commerceroutes.embedded.LocalPort;
import io.commerceroutes.embedded.RedisSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The embedded servers of the local platform. */
final class LocalServers {
    private final LaunchOptions options;
    private final DataFolder data;
    private final RunningParts parts;

    LocalServers(LaunchOptions options, DataFolder data, RunningParts parts) {
        this.options = options;
        this.data = data;
        this.parts = parts;
    }

    /** Those that are wanted and that the environment does not name. */
    List<CompletableFuture<AutoCloseable>> start() {
        List<CompletableFuture<AutoCloseable>> started = new ArrayList<>();
        if (!options.has(LocalRole.SERVERS)) {
            return started;
        }
        ExternalServers external = ExternalServers.of(System.getenv());
        if (!external.database()) {
            started.add(parts.start(Part.DATABASE, address(PortSetting.DATABASE), this::database));
        }
        if (!external.kafka()) {
            started.add(parts.start(Part.KAFKA, address(PortSetting.KAFKA), this::kafka));
        }
        if (!external.redis()) {
            started.add(parts.start(Part.REDIS, address(PortSetting.REDIS), this::redis));
        }
        return started;
    }

    private AutoCloseable database() {
        return EmbeddedDatabase.start(new DatabaseSettings(
                data.mysql(),
                port(PortSetting.DATABASE),
                PortSetting.DATABASE.option(),
                RoleSettings.DATABASE_USER,
                RoleSettings.DATABASE_PASSWORD,
                RoleSettings.SCHEMAS));
    }

    private AutoCloseable kafka() {
        return EmbeddedKafka.start(KafkaSettings.of(data.kafka(), port(PortSetting.KAFKA), PortSetting.KAFKA.option()));
    }

    private AutoCloseable redis() {
        return EmbeddedRedis.start(
                new RedisSettings(data.redis(), port(PortSetting.REDIS), PortSetting.REDIS.option()));
    }

    private String address(PortSetting setting) {
        return "on %s:%d".formatted(LocalPort.HOST, port(setting));
    }

    private int port(PortSetting setting) {
        return options.ports().of(setting);
    }
}
