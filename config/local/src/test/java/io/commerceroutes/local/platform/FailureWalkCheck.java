package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.local.platform.MonitoringFiles.Query;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The failure walk of infra/deploy/monitoring, watched by a real Prometheus (package prometheus): what is taken away, which
 * alert fires, and that it ends. The short form divides all times of the rules by twelve; with {@code -Ddrill=full} they
 * are the deployed ones.
 */
@TestMethodOrder(OrderAnnotation.class)
class FailureWalkCheck {
    private static final boolean FULL = "full".equals(System.getProperty("drill"));
    private static final int DIVISOR = FULL ? 1 : 12;
    private static final Duration LIMIT = FULL ? Duration.ofMinutes(20) : Duration.ofMinutes(3);
    private static final Pattern METRIC = Pattern.compile("\\b(?:commerce|resilience4j|http|camel)_\\w+|\\bup\\b");
    private static final String GOOD_GATEWAY = "{\"requestFailureRate\":0.1,\"requestDelayMs\":[10,50],"
            + "\"settleDelayMs\":[100,500],\"settlementConcurrency\":32}";

    @TempDir
    private static Path folder;

    private static MonitoredPlatform platform;
    private static PrometheusServer prometheus;
    private static SteadyShopping shopping;

    @BeforeAll
    static void start() throws Exception {
        platform = new MonitoredPlatform(Path.of("target", "it", "walk-" + UUID.randomUUID()));
        platform.start(Map.of(
                "commerce.observation.period-millis",
                FULL ? 10_000 : 500,
                "commerce.observation.kafka-timeout",
                "2s",
                "commerce.audit.cron",
                FULL ? "0+0/5+*+*+*+?" : "0/5+*+*+*+*+?",
                "commerce.ranking-audit.cron",
                "0/20+*+*+*+*+?"));
        platform.playScenario(GOOD_GATEWAY);
        new OrderLoad(platform.shop()).chargeEverybody(100_000_000);
        prometheus = new PrometheusServer(
                folder.resolve("prometheus"), platform.targets(), new ShortenedRules(DIVISOR), FULL ? 15 : 1);
        shopping = new SteadyShopping(platform.shop());
    }

    @AfterAll
    static void stop() throws Exception {
        // In reverse: first the customers, the servers last.
        try (AutoCloseable servers = platform;
                AutoCloseable watch = prometheus;
                AutoCloseable customers = shopping) {
            System.out.println("Firing at the end: " + (prometheus == null ? "" : prometheus.firing()));
        }
    }

    @Test
    @Order(1)
    void every_query_of_the_dashboards_has_an_answer_and_nothing_fires() {
        new Aggregations(new CollectorClient(platform.collector()))
                .run("DAILY", LocalDate.now(ZoneId.of("Asia/Seoul")));

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(MonitoringFiles.queries())
                        .hasSizeGreaterThan(30)
                        .filteredOn(query -> prometheus.query(expression(query)).isEmpty())
                        .isEmpty());
        // What a start on a busy machine set off ends.
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(prometheus.firing()).isEmpty());
    }

    @Test
    @Order(2)
    void every_metric_of_the_alerts_is_there() {
        assertThat(MonitoringFiles.alerts()).allSatisfy(alert -> {
            List<String> metrics = METRIC.matcher(alert.expression())
                    .results()
                    .map(metric -> metric.group())
                    .toList();
            assertThat(metrics).as(alert.name()).isNotEmpty();
            assertThat(metrics)
                    .allSatisfy(metric ->
                            assertThat(prometheus.query(metric)).as(metric).isNotEmpty());
            prometheus.query(alert.expression());
        });
    }

    @Test
    @Order(3)
    void a_poison_event_is_a_dead_letter() {
        platform.events().send(platform.ordersTopic(), UUID.randomUUID(), "OrderPaid", Instant.now(), "poison");
        platform.events().flush();

        awaitFiring("DeadLetters");
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(value("max(commerce_dead_letters_waiting)")).isPositive());
    }

    @Test
    @Order(4)
    void an_outage_of_the_gateway_opens_the_breaker_and_customers_go_on() {
        platform.playScenario("{\"outage\":true}");
        awaitFiring("GatewayAway");
        assertThat(value("max(commerce_payments_undecided_age_seconds)")).isPositive();
        assertThat(prometheus.firing()).doesNotContain("ApiErrors", "DatabaseAway", "InstanceDown");

        platform.playScenario(GOOD_GATEWAY);
        awaitEnd("GatewayAway");
    }

    @Test
    @Order(5)
    void without_kafka_the_outbox_grows_old() {
        platform.servers().stopKafka();
        awaitFiring("OutboxOld", "KafkaAway");
        assertThat(value("max(commerce_outbox_events)")).isPositive();

        platform.servers().startKafka();
        awaitEnd("OutboxOld", "KafkaAway");
    }

    @Test
    @Order(6)
    void without_its_database_a_role_says_so() throws Exception {
        platform.servers().killDatabase();
        awaitFiring("DatabaseAway", "ApiErrors");

        platform.servers().startDatabase();
        awaitEnd("DatabaseAway", "ApiErrors");
    }

    @Test
    @Order(7)
    void without_redis_the_shop_goes_on() throws Exception {
        platform.redis().kill();
        awaitFiring("RedisAway");
        assertThat(prometheus.firing()).doesNotContain("ApiErrors", "InstanceDown");

        platform.redis().start();
        awaitEnd("RedisAway");
    }

    private static String expression(Query query) {
        return query.expression().replace("$__rate_interval", FULL ? "1m" : "15s");
    }

    private static double value(String query) {
        return prometheus.query(query).at("/0/value/1").asDouble();
    }

    private static void awaitFiring(String... alerts) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(prometheus.firing()).contains(alerts));
    }

    private static void awaitEnd(String... alerts) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(prometheus.firing()).doesNotContainAnyElementsOf(Set.of(alerts)));
    }
}
