package io.commerceroutes.app.collector;

import com.github.benmanes.caffeine.cache.Ticker;
import io.commerceroutes.adapters.metrics.DeadLetterTable;
import io.commerceroutes.adapters.metrics.EventHandledPartitions;
import io.commerceroutes.adapters.metrics.HandledEventTable;
import io.commerceroutes.adapters.metrics.ProductMetricsTable;
import io.commerceroutes.adapters.metrics.ProductNameTable;
import io.commerceroutes.adapters.metrics.RecountSumTable;
import io.commerceroutes.adapters.metrics.RecountTable;
import io.commerceroutes.adapters.ranking.AggregationRunTable;
import io.commerceroutes.adapters.ranking.RankingTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The collector's side of the outside world: its tables. */
@Configuration(proxyBeanMethods = false)
@Import({
    HandledEventTable.class,
    EventHandledPartitions.class,
    ProductMetricsTable.class,
    ProductNameTable.class,
    DeadLetterTable.class,
    RecountTable.class,
    RecountSumTable.class,
    AggregationRunTable.class
})
public class CollectorAdapters {
    @Bean
    RankingTables rankingTables(JdbcTemplate jdbc) {
        return new RankingTables(jdbc, Ticker.systemTicker());
    }
}
