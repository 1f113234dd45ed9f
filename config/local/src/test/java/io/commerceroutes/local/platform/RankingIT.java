package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.RunningCollector.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.local.platform.CollectorClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rankings of days, weeks and months from what was counted. Each test has products of its own. */
@OnSharedCollector
class RankingIT {

    private final RunningCollector collector;
    private final EventPublisher events;
    private final CollectorClient client;
    private final JdbcTemplate database;
    private final Aggregations aggregations;

    RankingIT(RunningCollector collector) {
        this.collector = collector;
        this.events = collector.events();
        this.client = collector.client();
        this.database = collector.database();
        this.aggregations = new Aggregations(client);
    }

    @Test
    void a_week_is_ranked_from_its_days_with_names_and_the_same_again() {
        LocalDate today = BusinessDay.withRoomFor(Duration.ofMinutes(3));
        Instant now = Instant.now();
        events.send(
                collector.catalog(),
                UUID.randomUUID(),
                "ProductChanged",
                now,
                "{\"productId\":501,\"name\":\"Tea\",\"price\":5}");
        events.send(
                collector.catalog(),
                UUID.randomUUID(),
                "ProductChanged",
                now.minusSeconds(60),
                "{\"productId\":501,\"name\":\"Old\",\"price\":5}");
        events.sale(collector.orders(), UUID.randomUUID(), "OrderPaid", now, 501, 3, 1_000);
        events.sale(collector.orders(), UUID.randomUUID(), "OrderPaid", now, 502, 4, 10);
        events.sale(collector.orders(), UUID.randomUUID(), "OrderCanceled", now, 502, 1, 10);
        events.view(collector.catalog(), UUID.randomUUID(), now, 503);
        events.send(collector.catalog(), UUID.randomUUID(), "ProductUnliked", now, "{\"productId\":504}");
        events.flush();
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(database.queryForObject(
                                "SELECT COUNT(*) FROM product_metrics WHERE product_id BETWEEN 501 AND 504",
                                Integer.class))
                        .isEqualTo(4));
        collector.awaitEverythingCommitted();

        aggregations.run("WEEKLY", today);
        JsonNode first = aggregations.ranking("WEEKLY", today);
        aggregations.run("WEEKLY", today);
        aggregations.run("WEEKLY", today);
        aggregations.run("WEEKLY", today);
        JsonNode again = aggregations.ranking("WEEKLY", today);

        assertThat(again.get("items")).isEqualTo(first.get("items"));
        assertThat(first.get("final").asBoolean()).isFalse();
        Map<Long, JsonNode> byProduct = Aggregations.byProduct(first);
        assertThat(byProduct.get(501L).get("name").asText()).isEqualTo("Tea");
        assertThat(byProduct.get(501L).get("score").decimalValue()).isEqualByComparingTo("1.8");
        assertThat(byProduct.get(501L).get("salesAmount").asLong()).isEqualTo(3_000);
        assertThat(byProduct.get(502L).get("salesQuantity").asLong()).isEqualTo(3);
        assertThat(byProduct.get(502L).get("name").asText()).isEqualTo("Product 502");
        assertThat(byProduct.get(502L).get("rank").asInt())
                .isEqualTo(byProduct.get(501L).get("rank").asInt() + 1);
        assertThat(byProduct.get(503L).get("salesQuantity").asLong()).isZero();
        assertThat(byProduct.get(504L).get("score").decimalValue()).isEqualByComparingTo("-0.2");
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM aggregation_window w JOIN day_revision d ON d.metric_date = w.period_start"
                                + " WHERE w.period = 'DAILY' AND w.period_start = ? AND w.revision = d.revision",
                        Integer.class,
                        today))
                .isOne();
        // A run is done before it has taken away what is too old.
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(database.queryForObject(
                                "SELECT COUNT(DISTINCT version) FROM product_ranking"
                                        + " WHERE period = 'WEEKLY' AND period_start = ?",
                                Integer.class,
                                first.get("from").asText()))
                        .isEqualTo(3));

        JsonNode explanation = client.get("/api/v1/rankings/products/501/explain?period=WEEKLY")
                .body();
        assertThat(explanation.get("days").get(0).get("score").decimalValue()).isEqualByComparingTo("1.8");
        Answer product = client.get("/api/v1/rankings/products/501");
        assertThat(product.body().get("rankings").findValuesAsText("period")).contains("DAILY", "WEEKLY");
        assertThat(client.get("/api/v1/metrics/products/501")
                        .body()
                        .at("/items/0/salesQuantity")
                        .asLong())
                .isEqualTo(3);
    }

    @Test
    void a_late_sale_changes_its_own_week_and_month_also_around_new_year() {
        database.update(
                "INSERT INTO product_metrics VALUES ('2026-12-31', 600, 1, 0, 1, 2, 20), ('2027-01-01', 600, 1, 0, 0, 0, 0)");
        database.update("INSERT INTO day_revision VALUES ('2026-12-31', 1), ('2027-01-01', 1)"
                + " ON DUPLICATE KEY UPDATE revision = revision + 1");

        aggregations.run("WEEKLY", LocalDate.parse("2027-01-02"));
        aggregations.run("MONTHLY", LocalDate.parse("2027-01-02"));

        JsonNode week = aggregations.ranking("WEEKLY", LocalDate.parse("2026-12-29"));
        assertThat(week.get("label").asText()).isEqualTo("2026-W53");
        assertThat(week.get("from").asText()).isEqualTo("2026-12-28");
        assertThat(week.get("to").asText()).isEqualTo("2027-01-03");
        assertThat(Aggregations.byProduct(week).get(600L).get("views").asLong()).isEqualTo(2);
        JsonNode month = aggregations.ranking("MONTHLY", LocalDate.parse("2027-01-31"));
        assertThat(Aggregations.byProduct(month).get(600L).get("salesQuantity").asLong())
                .isZero();
        assertThat(aggregations
                        .ranking("MONTHLY", LocalDate.parse("2026-12-01"))
                        .get("totalCount")
                        .asLong())
                .isZero();
    }

    @Test
    void a_window_that_has_ended_is_final() {
        LocalDate day = LocalDate.parse("2026-03-02");
        database.update("INSERT INTO product_metrics VALUES (?, 700, 1, 0, 0, 0, 0)", day);

        long runId = aggregations.run("DAILY", day);

        assertThat(aggregations.ranking("DAILY", day).get("final").asBoolean()).isTrue();
        JsonNode run = aggregations.show(runId);
        assertThat(run.get("rows").asLong()).isOne();
        assertThat(run.get("durationMillis").asLong()).isNotNegative();
        assertThat(run.get("window").asText()).isEqualTo("2026-03-02");
    }

    @Test
    void an_older_run_is_refused_and_what_is_shown_stays() {
        LocalDate day = LocalDate.parse("2026-03-03");
        database.update("INSERT INTO product_metrics VALUES (?, 800, 1, 0, 0, 0, 0)", day);
        aggregations.run("DAILY", day);
        database.update(
                "UPDATE aggregation_window SET fence = 1000000 WHERE period = 'DAILY' AND period_start = ?", day);
        database.update("UPDATE product_metrics SET views = 9 WHERE product_id = 800");

        long refused = aggregations.request("DAILY", day);

        aggregations.awaitState(refused, "SUPERSEDED");
        assertThat(Aggregations.byProduct(aggregations.ranking("DAILY", day))
                        .get(800L)
                        .get("views")
                        .asLong())
                .isOne();
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM product_ranking WHERE version = ?", Integer.class, refused))
                .isZero();
    }

    @Test
    void a_window_with_nothing_is_an_empty_list() {
        Answer answer = client.get("/api/v1/rankings?period=MONTHLY&date=2020-02-02");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("items")).isEmpty();
        assertThat(answer.body().get("to").asText()).isEqualTo("2020-02-29");
        assertThat(client.get("/api/v1/rankings/products/999999").status()).isEqualTo(404);
    }
}
