package io.commerceroutes.app;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Opens clients that ask about topics and do not wait for long. */
final class KafkaAdmin {
    static final long TIMEOUT_SECONDS = 10;

    private KafkaAdmin() {}

    static Admin of(String bootstrapServers) {
        int timeoutMillis = (int) TimeUnit.SECONDS.toMillis(TIMEOUT_SECONDS);
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                timeoutMillis,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                timeoutMillis));
    }
}
