package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a collector has made of the shop's events: counts by product, and the ranking of this week. */
final class CollectorResults {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final JdbcTemplate analytics;
    private final ShopClient rankings;
    private final ShopClient shop;

    /** @param shop issues the operator's token */
    CollectorResults(ConfigurableApplicationContext collector, ShopClient shop) {
        this.analytics = collector.getBean(JdbcTemplate.class);
        this.rankings = new ShopClient(TestPlatform.baseUrl(collector));
        this.shop = shop;
    }

    /** The sum of a column of {@code product_metrics} over all days, by product, where it is not 0. */
    Map<Long, Long> counted(String column) {
        return new TreeMap<>(analytics
                .query(
                        "SELECT product_id, SUM(" + column + ") FROM product_metrics GROUP BY product_id HAVING SUM("
                                + column + ") <> 0",
                        (row, i) -> Map.entry(row.getLong(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Returns when this week's ranking is aggregated. */
    void aggregateWeek() {
        Answer accepted = rankings.send(
                "POST",
                "/api/v1/ops/aggregations",
                "{\"period\":\"WEEKLY\",\"date\":\"%s\"}".formatted(LocalDate.now(SEOUL)),
                "Authorization",
                "Bearer " + shop.token(1, "OPS"));
        assertThat(accepted.status()).isEqualTo(202);
        String run = accepted.headers().firstValue("Location").orElseThrow();
        await().atMost(LIMIT)
                .until(() -> rankings.get(run, "Authorization", "Bearer " + shop.token(1, "OPS"))
                        .text("state")
                        .equals("DONE"));
    }

    /** The ranking's first 100, by product. */
    Map<Long, JsonNode> weeklyRanking() {
        Map<Long, JsonNode> byProduct = new TreeMap<>();
        rankings.get("/api/v1/rankings?period=WEEKLY&size=100")
                .body()
                .path("items")
                .forEach(item -> byProduct.put(item.path("productId").asLong(), item));
        return byProduct;
    }
}
