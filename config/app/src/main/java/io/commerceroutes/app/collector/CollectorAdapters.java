package io.commerceroutes.app.collector;

import io.commerceroutes.adapters.metrics.DeadLetterTable;
import io.commerceroutes.adapters.metrics.EventHandledPartitions;
import io.commerceroutes.adapters.metrics.HandledEventTable;
import io.commerceroutes.adapters.metrics.ProductMetricsTable;
import io.commerceroutes.adapters.metrics.ProductNameTable;
import io.commerceroutes.adapters.metrics.RecountSumTable;
import io.commerceroutes.adapters.metrics.RecountTable;
import io.commerceroutes.adapters.ranking.AggregationRunTable;
import io.commerceroutes.adapters.ranking.RankingTables;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

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
    RankingTables.class,
    AggregationRunTable.class
})
public class CollectorAdapters {}
