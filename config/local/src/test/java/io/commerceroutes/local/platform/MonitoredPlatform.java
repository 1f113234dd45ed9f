package io.commerceroutes.local.platform;

import io.commerceroutes.app.Role;
import io.commerceroutes.embedded.LocalPort;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** All roles and the gateway's stand-in, on a database, a Kafka and a Redis that may be taken away. */
final class MonitoredPlatform implements AutoCloseable {
    private final DrillServers servers;
    private final OwnRedis redis = new OwnRedis();
    private final int apiPort = LocalPort.free();
    private TestPlatform platform;
    private ConfigurableApplicationContext collector;
    private ShopClient gateway;
    private EventPublisher events;

    MonitoredPlatform(Path folder) {
        servers = new DrillServers(folder, List.of("commerce", "analytics"));
    }

    /** @param ownSettings of both roles */
    void start(Map<String, Object> ownSettings) throws Exception {
        servers.start();
        redis.start();
        platform = new TestPlatform(serverSettings());
        gateway = new ShopClient(TestPlatform.baseUrl(platform.startSimulator(apiPort)));
        Map<String, Object> apiSettings = new HashMap<>(ownSettings);
        apiSettings.put("server.port", apiPort);
        apiSettings.put("commerce.payment.gateway-url", gateway.baseUrl());
        apiSettings.put(
                "commerce.payment.callback-url", "http://localhost:%d/api/v1/payments/callback".formatted(apiPort));
        platform.start(Role.API, apiSettings);
        collector = platform.start(Role.COLLECTOR, ownSettings);
        events = new EventPublisher(servers.bootstrapServers());
    }

    private Map<String, Object> serverSettings() {
        Map<String, Object> settings = new HashMap<>();
        for (String schema : List.of("commerce", "analytics")) {
            String variable = schema.toUpperCase() + "_DB";
            settings.put(variable + "_URL", servers.jdbcUrl(schema));
            settings.put(variable + "_USER", servers.user());
            settings.put(variable + "_PASSWORD", servers.password());
        }
        settings.put("camel.component.kafka.brokers", servers.bootstrapServers());
        settings.put("spring.data.redis.url", redis.url());
        return settings;
    }

    /** What the deployed configuration scrapes, and where it is here. */
    Map<String, String> targets() {
        return Map.of(
                "localhost:8080",
                "127.0.0.1:" + apiPort,
                "localhost:8081",
                TestPlatform.baseUrl(collector).replace("http://", ""),
                "localhost:8082",
                gateway.baseUrl().replace("http://", ""));
    }

    DrillServers servers() {
        return servers;
    }

    OwnRedis redis() {
        return redis;
    }

    ShopClient shop() {
        return new ShopClient("http://127.0.0.1:" + apiPort);
    }

    ConfigurableApplicationContext collector() {
        return collector;
    }

    void playScenario(String scenario) {
        if (gateway.send("PUT", "/api/v1/simulator/scenario", scenario).status() != 200) {
            throw new AssertionError("The simulator does not take " + scenario);
        }
    }

    EventPublisher events() {
        return events;
    }

    String ordersTopic() {
        return collector.getEnvironment().getRequiredProperty("commerce.topics.orders");
    }

    @Override
    public void close() {
        try (servers;
                redis) {
            if (events != null) {
                events.close();
            }
            if (platform != null) {
                platform.close();
            }
        }
    }
}
