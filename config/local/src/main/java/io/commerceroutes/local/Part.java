package io.commerceroutes.local;

/** What the local platform is made of, in the order in which it is ended: nothing before what depends on it. */
enum Part {
    COLLECTOR("commerce-collector"),
    API("commerce-api"),
    SIMULATOR("pg-simulator"),
    KAFKA("Kafka"),
    REDIS("Redis"),
    DATABASE("MySQL");

    private final String title;

    Part(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
