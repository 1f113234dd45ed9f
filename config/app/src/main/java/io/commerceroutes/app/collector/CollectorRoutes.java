package io.commerceroutes.app.collector;

import io.commerceroutes.app.KafkaTopics;
import io.commerceroutes.app.TopicRetention;
import io.commerceroutes.domain.metrics.BusinessCalendar;
import io.commerceroutes.domain.metrics.EventLimits;
import io.commerceroutes.domain.metrics.EventReader;
import io.commerceroutes.domain.metrics.HandledEventPartitions;
import io.commerceroutes.domain.ranking.ScoreWeights;
import io.commerceroutes.routes.event.BackgroundErrors;
import io.commerceroutes.routes.metrics.CollectMetricsRoute;
import io.commerceroutes.routes.metrics.CountEventsRoute;
import io.commerceroutes.routes.metrics.CountingErrors;
import io.commerceroutes.routes.metrics.DeadLetterRoute;
import io.commerceroutes.routes.metrics.MetricsApi;
import io.commerceroutes.routes.metrics.MetricsEntry;
import io.commerceroutes.routes.metrics.PreparePartitionsRoute;
import io.commerceroutes.routes.metrics.ReplayDeadLetterRoute;
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
import io.commerceroutes.routes.recount.RecountEntry;
import io.commerceroutes.routes.recount.RecountMetricsRoute;
import java.time.Clock;
import java.util.List;
import org.quartz.Scheduler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The collector's flows and what they are set up with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MetricsProperties.class, RankingProperties.class})
@Import({
    BatchOrigin.class,
    CollectMetricsRoute.class,
    CountEventsRoute.class,
    CountingErrors.class,
    DeadLetterRoute.class,
    MetricsEntry.class,
    MetricsApi.class,
    ReplayDeadLetterRoute.class,
    RecountEntry.class,
    RecountApi.class,
    RecountMetricsRoute.class,
    RequestingRuns.class,
    RunAggregationRoute.class,
    RunErrors.class,
    CloseDayRoute.class,
    CloseDaysRoute.class,
    RankWeekRoute.class,
    RankMonthRoute.class,
    RefreshStaleRoute.class,
    BackgroundErrors.class,
    RequestedWindow.class,
    RankingEntry.class,
    RankingApi.class,
    AggregationEntry.class,
    AggregationApi.class,
    AuditRankingsRoute.class
})
public class CollectorRoutes {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    BusinessCalendar businessCalendar(MetricsProperties metrics) {
        return new BusinessCalendar(metrics.zone());
    }

    @Bean
    ScheduleZone scheduleZone(Scheduler scheduler, MetricsProperties metrics) {
        return new ScheduleZone(scheduler, "ranking", metrics.zone());
    }

    @Bean
    EventLimits eventLimits(MetricsProperties metrics) {
        return metrics.limits();
    }

    @Bean
    EventReader eventReader(BusinessCalendar calendar, EventLimits limits, Clock clock) {
        return new EventReader(calendar, limits, clock);
    }

    @Bean
    RankingSettings rankingSettings(RankingProperties ranking, BusinessCalendar calendar) {
        return new RankingSettings(
                calendar,
                new ScoreWeights(ranking.viewWeight(), ranking.likeWeight(), ranking.unitWeight()),
                ranking.grace(),
                ranking.lease());
    }

    @Bean
    PreparePartitionsRoute preparePartitions(
            HandledEventPartitions partitions, EventLimits limits, Clock clock, MetricsProperties metrics) {
        return new PreparePartitionsRoute(
                partitions, limits, clock, metrics.partitionsAhead(), metrics.handledRetention());
    }

    /** Takes the topics, so that they are made before it looks at them. */
    @Bean
    TopicRetention topicRetention(
            KafkaTopics made,
            MetricsProperties metrics,
            @Value("${camel.component.kafka.brokers}") String bootstrapServers,
            @Value("${commerce.metrics.topics}") List<String> topics) {
        return new TopicRetention(bootstrapServers, topics, metrics.topicRetention());
    }
}
