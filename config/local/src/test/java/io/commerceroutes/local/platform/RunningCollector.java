package io.commerceroutes.local.platform;

import io.commerceroutes.app.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A collector on a real database and a real Kafka, with topics for a test to put events on. */
public final class RunningCollector implements CloseableResource {
    static final Duration LIMIT = Duration.ofSeconds(90);

    private final TestPlatform platform = new TestPlatform();
    private final ConfigurableApplicationContext context;
    private final EventPublisher events;
    private final CollectorClient client;

    RunningCollector() {
        context = platform.start(
                Role.COLLECTOR,
                Map.of(
                        "commerce.metrics.retries",
                        "1",
                        "commerce.observation.period-millis",
                        "200",
                        // Tests write what no event brought; nothing is to be made of it behind their backs.
                        "commerce.ranking.refresh-cron",
                        "0+0+0+1+1+?+2099",
                        "commerce.ranking.catch-up-delay-millis",
                        Long.toString(Duration.ofDays(1).toMillis())));
        events = new EventPublisher(brokers());
        client = new CollectorClient(context);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    EventPublisher events() {
        return events;
    }

    TestKeys keys() {
        return platform.keys();
    }

    CollectorClient client() {
        return client;
    }

    JdbcTemplate database() {
        return platform.jdbc(Role.COLLECTOR);
    }

    String brokers() {
        return setting("camel.component.kafka.brokers");
    }

    String orders() {
        return setting("commerce.topics.orders");
    }

    String catalog() {
        return setting("commerce.topics.catalog");
    }

    /** How many views of the product are counted by now. */
    long views(long productId) {
        return database()
                .queryForObject(
                        "SELECT COALESCE(SUM(views), 0) FROM product_metrics WHERE product_id = ?",
                        Long.class,
                        productId);
    }

    void awaitEverythingCommitted() {
        CollectorProgress.awaitAllCommitted(
                brokers(), setting("commerce.metrics.group"), List.of(orders(), catalog()), LIMIT);
    }

    private String setting(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    @Override
    public void close() {
        events.close();
        platform.close();
    }
}
