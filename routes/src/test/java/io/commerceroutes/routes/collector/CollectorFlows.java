package io.commerceroutes.routes.collector;

import io.commerceroutes.domain.metrics.BusinessCalendar;
import io.commerceroutes.domain.metrics.EventLimits;
import io.commerceroutes.domain.metrics.EventReader;
import io.commerceroutes.domain.metrics.HandledEventPartitions;
import io.commerceroutes.domain.metrics.ProductMetrics;
import io.commerceroutes.domain.metrics.ProductNames;
import io.commerceroutes.domain.ranking.ScoreWeights;
import io.commerceroutes.domain.recount.CountSnapshots;
import io.commerceroutes.domain.recount.RecountSums;
import io.commerceroutes.domain.recount.RetainedEvents;
import io.commerceroutes.routes.Surroundings;
import io.commerceroutes.routes.event.BackgroundErrors;
import io.commerceroutes.routes.http.RestEntryDescriptions;
import io.commerceroutes.routes.metrics.CollectMetricsRoute;
import io.commerceroutes.routes.metrics.CountEventsRoute;
import io.commerceroutes.routes.metrics.CountingErrors;
import io.commerceroutes.routes.metrics.DeadLetterRoute;
import io.commerceroutes.routes.metrics.MetricsApi;
import io.commerceroutes.routes.metrics.MetricsEntry;
import io.commerceroutes.routes.metrics.ObserveCollectorRoute;
import io.commerceroutes.routes.metrics.PreparePartitionsRoute;
import io.commerceroutes.routes.metrics.RecordReading;
import io.commerceroutes.routes.metrics.ReplayDeadLetterRoute;
import io.commerceroutes.routes.observation.ObservedInMemory;
import io.commerceroutes.routes.ranking.AggregationApi;
import io.commerceroutes.routes.ranking.AggregationEntry;
import io.commerceroutes.routes.ranking.AuditRankingsRoute;
import io.commerceroutes.routes.ranking.CloseDayRoute;
import io.commerceroutes.routes.ranking.CloseDaysRoute;
import io.commerceroutes.routes.ranking.RankMonthRoute;
import io.commerceroutes.routes.ranking.RankWeekRoute;
import io.commerceroutes.routes.ranking.RankingApi;
import io.commerceroutes.routes.ranking.RankingEntry;
import io.commerceroutes.routes.ranking.RankingSettings;
import io.commerceroutes.routes.ranking.RefreshStaleRoute;
import io.commerceroutes.routes.ranking.RequestedWindow;
import io.commerceroutes.routes.ranking.RequestingRuns;
import io.commerceroutes.routes.ranking.RunAggregationRoute;
import io.commerceroutes.routes.ranking.RunErrors;
import io.commerceroutes.routes.recount.RecountApi;
import io.commerceroutes.routes.recount.RecountBooks;
import io.commerceroutes.routes.recount.RecountEntry;
import io.commerceroutes.routes.recount.RecountMetricsRoute;
import io.commerceroutes.routes.transaction.RollbackOnFailure;
import io.commerceroutes.routes.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.camel.test.spring.junit5.RouteCoverageEventNotifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The collector's flows as they are; their tests bring the ports. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    AggregationApi.class,
    AggregationEntry.class,
    AuditRankingsRoute.class,
    CloseDayRoute.class,
    CloseDaysRoute.class,
    CollectMetricsRoute.class,
    CountingErrors.class,
    DeadLetterRoute.class,
    HandledInMemory.class,
    MetricsApi.class,
    MetricsEntry.class,
    ObserveCollectorRoute.class,
    ObservedInMemory.class,
    BackgroundErrors.class,
    RankMonthRoute.class,
    RankWeekRoute.class,
    RankingApi.class,
    RankingEntry.class,
    RefreshStaleRoute.class,
    RecountApi.class,
    RecountEntry.class,
    RecountMetricsRoute.class,
    ReplayDeadLetterRoute.class,
    RequestedWindow.class,
    RequestingRuns.class,
    RunAggregationRoute.class,
    RunErrors.class,
    Surroundings.class,
    RestEntryDescriptions.class,
    Tallies.class
})
class CollectorFlows {
    /** Writes the coverage of all flows by all tests, once, when the context ends. */
    @Bean
    RouteCoverageEventNotifier routeCoverage() {
        return new RouteCoverageEventNotifier(CollectorFlows.class.getName(), notifier -> "all_tests");
    }

    @Bean
    Clock clock() {
        return Clock.fixed(CollectorFlowTest.NOW, ZoneOffset.UTC);
    }

    @Bean
    BusinessCalendar calendar() {
        return new BusinessCalendar(ZoneId.of("Asia/Seoul"));
    }

    @Bean
    EventLimits limits() {
        return new EventLimits(Duration.ofMinutes(5), Duration.ofDays(10), Duration.ofDays(30), Duration.ofDays(730));
    }

    @Bean
    EventReader eventReader(BusinessCalendar calendar, EventLimits limits, Clock clock) {
        return new EventReader(calendar, limits, clock);
    }

    @Bean
    RankingSettings rankingSettings(BusinessCalendar calendar) {
        return new RankingSettings(
                calendar,
                new ScoreWeights(new BigDecimal("0.1"), new BigDecimal("0.2"), new BigDecimal("0.6")),
                Duration.ofMinutes(5),
                Duration.ofMinutes(10));
    }

    @Bean
    RecordingTransactions transactions() {
        return new RecordingTransactions();
    }

    @Bean(Transactions.JDBC)
    RollbackOnFailure jdbcTransaction(RecordingTransactions transactions) {
        return new RollbackOnFailure(transactions);
    }

    @Bean(Transactions.SNAPSHOT)
    RollbackOnFailure snapshotTransaction(RecordingTransactions transactions) {
        return new RollbackOnFailure(transactions);
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    CountEventsRoute countEvents(HandledInMemory handled, ProductNames names, ProductMetrics metrics) {
        return new CountEventsRoute(handled, handled, names, metrics);
    }

    @Bean
    RecountBooks recountBooks(
            RetainedEvents events,
            CountSnapshots snapshots,
            RecountSums sums,
            BusinessCalendar calendar,
            EventLimits limits,
            Clock clock) {
        return new RecountBooks(
                events,
                snapshots,
                sums,
                new RecordReading(new EventReader(calendar, limits.forAnyAge(), clock)),
                clock,
                Duration.ofMinutes(30),
                Duration.ofDays(45));
    }

    @Bean
    PreparePartitionsRoute preparePartitions(HandledEventPartitions partitions, EventLimits limits, Clock clock) {
        return new PreparePartitionsRoute(partitions, limits, clock, Duration.ofDays(7), Duration.ofDays(45));
    }
}
