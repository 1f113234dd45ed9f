package io.commerceroutes.local;

import java.util.Map;

/** Which servers the environment names, so that none of that kind is started here. */
record ExternalServers(boolean database, boolean kafka, boolean redis) {
    static ExternalServers of(Map<String, String> environment) {
        return new ExternalServers(
                names(environment, "COMMERCE_DB_URL") && names(environment, "ANALYTICS_DB_URL"),
                names(environment, "KAFKA_BOOTSTRAP_SERVERS"),
                names(environment, "REDIS_URL"));
    }

    private static boolean names(Map<String, String> environment, String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}
