package io.commerceroutes.local;

/** The ports of the local platform, each with the option that changes it. */
enum PortSetting {
    API("api.port", 8080),
    COLLECTOR("collector.port", 8081),
    SIMULATOR("pg.port", 8082),
    DATABASE("mysql.port", 13306),
    KAFKA("kafka.port", 19092),
    REDIS("redis.port", 16379);

    private final String name;
    private final int defaultPort;

    PortSetting(String name, int defaultPort) {
        this.name = name;
        this.defaultPort = defaultPort;
    }

    /** As it is written on the command line, without the value. */
    String option() {
        return "--" + name;
    }

    int defaultPort() {
        return defaultPort;
    }
}
