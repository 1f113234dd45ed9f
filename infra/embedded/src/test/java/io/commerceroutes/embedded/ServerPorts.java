package io.commerceroutes.embedded;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The ports that two processes use one after the other. */
record ServerPorts(int database, int kafka, int redis) {
    static ServerPorts free() {
        return new ServerPorts(LocalPort.free(), LocalPort.free(), LocalPort.free());
    }

    static ServerPorts parse(String argument) {
        int[] ports =
                Arrays.stream(argument.split(",")).mapToInt(Integer::parseInt).toArray();
        return new ServerPorts(ports[0], ports[1], ports[2]);
    }

    String asArgument() {
        return "%d,%d,%d".formatted(database, kafka, redis);
    }

    DatabaseSettings database(Path folder) {
        return new DatabaseSettings(folder.resolve("mysql"), database, "--mysql.port", "me", "me", List.of("notes"));
    }

    KafkaSettings kafka(Path folder) {
        return KafkaSettings.of(folder.resolve("kafka"), kafka, "--kafka.port");
    }

    RedisSettings redis(Path folder) {
        return new RedisSettings(folder.resolve("redis"), redis, "--redis.port");
    }
}
