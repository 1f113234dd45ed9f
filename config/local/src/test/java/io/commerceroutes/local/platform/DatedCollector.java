package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.RunningCollector.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.app.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A collector on schema and topics of its own, that can be ended and started again at another date. */
final class DatedCollector implements AutoCloseable {
    static final long PRODUCT = 77;

    private final TestPlatform platform = new TestPlatform();
    private final Map<String, Object> settings;
    private ConfigurableApplicationContext collector;

    DatedCollector(Map<String, Object> settings) {
        this.settings = settings;
    }

    /** Starts it where it is {@code now} and, by the business calendar, in that zone. */
    void start(Instant now, String zone) {
        Map<String, Object> dated = new HashMap<>(settings);
        dated.put("drill.clock-offset", Duration.between(Instant.now(), now));
        dated.put("commerce.metrics.zone", zone);
        collector = platform.start(Role.COLLECTOR, dated, ShiftedCollector.ShiftedClock.class);
    }

    void stop() {
        collector.close();
    }

    <T> T bean(Class<T> type) {
        return collector.getBean(type);
    }

    JdbcTemplate database() {
        return platform.analytics();
    }

    EventPublisher publisher() {
        return new EventPublisher(property("camel.component.kafka.brokers"));
    }

    /** Tells of units of the one product, sold or taken back, at 100 won each. */
    void tell(EventPublisher events, UUID id, String type, String paidAt, int units) {
        events.sale(property("commerce.topics.orders"), id, type, Instant.parse(paidAt), PRODUCT, units, 100);
        events.flush();
    }

    void sell(EventPublisher events, String paidAt, int units) {
        tell(events, UUID.randomUUID(), "OrderPaid", paidAt, units);
    }

    /** Waits until all that was told is counted, to that many units. */
    void awaitUnits(long units) {
        CollectorProgress.awaitAllCommitted(
                property("camel.component.kafka.brokers"),
                property("commerce.metrics.group"),
                List.of(property("commerce.topics.orders")),
                LIMIT);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(database()
                                .queryForObject("SELECT SUM(sales_quantity) FROM product_metrics", Long.class))
                        .isEqualTo(units));
    }

    /** First days of the windows that are shown, complete ones or running ones. */
    List<String> windows(String period, boolean complete) {
        return database()
                .queryForList(
                        "SELECT period_start FROM aggregation_window"
                                + " WHERE period = ? AND complete = ? AND current_version IS NOT NULL"
                                + " ORDER BY period_start",
                        String.class,
                        period,
                        complete);
    }

    /** Units of the product in the ranking that is shown. */
    long rankedUnits(String period, String date) {
        JsonNode ranking = new CollectorClient(collector)
                .get("/api/v1/rankings?period=%s&date=%s".formatted(period, date))
                .body();
        return ranking.at("/items/0/salesQuantity").asLong();
    }

    void assertSound() {
        JsonNode audit =
                new CollectorClient(collector).get("/api/v1/ops/audit", "OPS").body();
        assertThat(audit.get("ok").asBoolean()).as(audit.toString()).isTrue();
    }

    private String property(String name) {
        return collector.getEnvironment().getRequiredProperty(name);
    }

    @Override
    public void close() {
        platform.close();
    }
}
