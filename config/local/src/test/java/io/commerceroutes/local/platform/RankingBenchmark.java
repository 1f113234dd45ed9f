package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.ranking.RankingTables;
import io.commerceroutes.app.Role;
import io.commerceroutes.domain.ranking.AggregationLedger;
import io.commerceroutes.domain.ranking.AggregationRun;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.PeriodWindow;
import io.commerceroutes.domain.ranking.Ranking;
import io.commerceroutes.domain.ranking.RunOrigin;
import io.commerceroutes.domain.ranking.RunState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long a week and a month of 100,000 products take by the routes' SQL, and item by item, which must be 50 times as
 * long; how long a page of their ranking takes, for which one in a hundred may take 5 ms. Not part of the build:
 * {@code mvn verify -pl config/local -am -Dit.test=RankingBenchmark}; {@code -Dbenchmark.products=…} sets another number.
 */
@TestMethodOrder(OrderAnnotation.class)
class RankingBenchmark {
    private static final int PRODUCTS = Integer.getInteger("benchmark.products", 100_000);
    private static final LocalDate MONTH = LocalDate.parse("2026-10-01");
    private static final int DAYS = 31;
    private static final int PAGE_SIZE = 100;
    private static final int READS = 2_000;
    private static final double TIMES_MIN = 50;
    private static final double PAGE_LIMIT_MILLIS = 5;

    private static TestPlatform platform;
    private static ConfigurableApplicationContext collector;
    private static JdbcTemplate database;

    @BeforeAll
    static void countAMonth() {
        platform = new TestPlatform();
        collector = platform.start(
                Role.COLLECTOR,
                Map.of(
                        "commerce.ranking.refresh-cron",
                        "0+0+0+1+1+?+2099",
                        // Else days that are filled by then are closed behind its back.
                        "commerce.ranking.catch-up-delay-millis",
                        "86400000",
                        "commerce.ranking.lease",
                        "1h"));
        database = platform.jdbc(Role.COLLECTOR);
        MetricsOfManyProducts.fill(database, MONTH, DAYS, PRODUCTS);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @Order(1)
    void item_by_item_a_week_and_a_month_take_50_times_as_long_as_by_sql() {
        long from = System.nanoTime();
        for (LocalDate day : Period.MONTHLY.windowOf(MONTH).days()) {
            run(Period.DAILY.windowOf(day));
        }
        System.out.printf("%,d products: 31 days closed in %,d ms%n", PRODUCTS, millisSince(from));
        Map<Period, Double> times = new EnumMap<>(Period.class);
        for (Period period : new Period[] {Period.WEEKLY, Period.MONTHLY}) {
            PeriodWindow window = period.windowOf(MONTH.plusDays(10));
            run(window);
            long bySql = run(window).toMillis();
            long byItem = ChunkedRanking.run(database, window);
            assertThat(ChunkedRanking.differences(database, window)).isZero();
            times.put(period, (double) byItem / bySql);
            System.out.printf(
                    "%s: by SQL %,d ms, item by item in chunks of 100 %,d ms: %.0f times as long%n",
                    period, bySql, byItem, times.get(period));
        }
        assertThat(times).allSatisfy((period, factor) -> assertThat(factor).isGreaterThanOrEqualTo(TIMES_MIN));
    }

    @Test
    @Order(2)
    void pages_of_the_month_take_less_than_5_ms_for_99_of_100() {
        // A minute later each time it is looked at, so that no page is remembered.
        AtomicLong nanoTime = new AtomicLong();
        RankingTables rankings = new RankingTables(database, () -> nanoTime.addAndGet(TimeUnit.MINUTES.toNanos(1)));
        Map<Integer, Double> p99 = new TreeMap<>();
        for (int page : new int[] {0, PRODUCTS / PAGE_SIZE - 1}) {
            long[] nanos = read(rankings, page);
            p99.put(page, nanos[READS * 99 / 100] / 1e6);
            System.out.printf(
                    "Page %,d of %,d: median %.2f ms, p99 %.2f ms%n",
                    page + 1, PRODUCTS / PAGE_SIZE, nanos[READS / 2] / 1e6, p99.get(page));
        }
        assertThat(p99).allSatisfy((page, millis) -> assertThat(millis).isLessThan(PAGE_LIMIT_MILLIS));
    }

    /** How long each time took, the shortest first. */
    private static long[] read(RankingTables rankings, int page) {
        PeriodWindow window = Period.MONTHLY.windowOf(MONTH);
        long[] nanos = new long[READS];
        for (int i = 0; i < READS; i++) {
            long from = System.nanoTime();
            Ranking ranking = rankings.page(window, page, PAGE_SIZE);
            nanos[i] = System.nanoTime() - from;
            assertThat(ranking.items()).hasSize(PAGE_SIZE);
        }
        Arrays.sort(nanos);
        return nanos;
    }

    /** As refresh-stale does: days that are closed as they are stay closed. */
    private static Duration run(PeriodWindow window) {
        AggregationLedger ledger = collector.getBean(AggregationLedger.class);
        long runId = ledger.request(window, RunOrigin.REFRESH);
        collector.getBean(ProducerTemplate.class).sendBody("direct:run-aggregation", runId);
        AggregationRun run = ledger.find(runId).orElseThrow();
        assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
        return run.duration();
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
