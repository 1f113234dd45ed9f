package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.domain.ranking.AggregationLedger;
import io.commerceroutes.domain.ranking.AggregationRun;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.RunOrigin;
import io.commerceroutes.domain.ranking.RunState;
import io.commerceroutes.local.platform.CollectorClient.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A ranking is rebuilt each second, and eight readers see whole versions only. The build reads for five seconds;
 * {@code mvn verify -pl config/local -am -Dit.test=RankingReadersIT -Ddrill=full} for sixty.
 */
@OnSharedCollector
class RankingReadersIT {
    private static final boolean FULL = "full".equals(System.getProperty("drill"));
    private static final Duration TIME = Duration.ofSeconds(FULL ? 60 : 5);
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");
    private static final int PRODUCTS = 2_000;
    private static final int PAGE_SIZE = 50;
    private static final int READERS = 8;
    private static final int VERSIONS_MIN = 3;
    private static final Duration VERSIONS_LIMIT = Duration.ofMinutes(5);

    private final RunningCollector collector;
    private final JdbcTemplate database;

    RankingReadersIT(RunningCollector collector) {
        this.collector = collector;
        this.database = collector.database();
    }

    @Test
    void readers_see_one_version_or_another_and_never_a_part_or_a_gap() throws Exception {
        MetricsOfManyProducts.fill(database, DAY, 1, PRODUCTS);
        rebuild(1);
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        AtomicBoolean over = new AtomicBoolean();
        long builds = 1;
        try (ExecutorService pool = Executors.newFixedThreadPool(READERS)) {
            List<Future<Long>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(pool.submit(() -> readUntil(over, seen)));
            }
            long begun = System.nanoTime();
            try {
                while (goesOn(begun, seen)) {
                    rebuild(++builds);
                }
            } finally {
                over.set(true);
            }
            long reads = 0;
            for (Future<Long> reader : readers) {
                reads += reader.get();
            }
            System.out.printf("%,d reads of %,d versions, %,d built%n", reads, seen.size(), builds);
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(VERSIONS_MIN);
    }

    /** For the time, and on a busy machine until some versions were built and seen. */
    private static boolean goesOn(long begun, Set<Long> seen) {
        Duration passed = Duration.ofNanos(System.nanoTime() - begun);
        return passed.compareTo(TIME) < 0 || seen.size() < VERSIONS_MIN && passed.compareTo(VERSIONS_LIMIT) < 0;
    }

    /** In this version every product has the same number of orders, which tells the versions apart. */
    private void rebuild(long version) {
        database.update(
                "UPDATE product_metrics SET orders_created = ?, views = 1009 - views WHERE metric_date = ?",
                version,
                DAY);
        AggregationLedger ledger = collector.context().getBean(AggregationLedger.class);
        long runId = ledger.request(Period.DAILY.windowOf(DAY), RunOrigin.REFRESH);
        collector.context().getBean(ProducerTemplate.class).sendBody("direct:run-aggregation", runId);
        AggregationRun run = ledger.find(runId).orElseThrow();
        assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    }

    private long readUntil(AtomicBoolean over, Set<Long> seen) {
        long reads = 0;
        while (!over.get()) {
            int page = ThreadLocalRandom.current().nextInt(PRODUCTS / PAGE_SIZE);
            Answer answer = collector
                    .client()
                    .get("/api/v1/rankings?period=DAILY&date=%s&page=%d&size=%d".formatted(DAY, page, PAGE_SIZE));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().get("totalCount").asInt()).isEqualTo(PRODUCTS);
            assertThat(answer.body().get("items")).hasSize(PAGE_SIZE);
            Set<Long> versions = new HashSet<>();
            int rank = page * PAGE_SIZE;
            for (JsonNode item : answer.body().get("items")) {
                assertThat(item.get("rank").asInt()).isEqualTo(++rank);
                versions.add(item.get("ordersCreated").asLong());
            }
            assertThat(versions).hasSize(1);
            seen.addAll(versions);
            reads++;
        }
        return reads;
    }
}
