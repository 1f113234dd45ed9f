package io.commerceroutes.app.metering;

import io.commerceroutes.adapters.metrics.KafkaEventBacklog;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.routes.metrics.ObserveCollectorRoute;
import io.commerceroutes.routes.observation.Figures;
import io.commerceroutes.routes.observation.ObserveCommerceRoute;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What operators see of the collector's business. */
@Configuration(proxyBeanMethods = false)
@Import({BatchMetrics.class, RunMetrics.class, ObserveCollectorRoute.class})
public class CollectorMetering {
    private static final String DATABASE = ObserveCommerceRoute.DATABASE;
    private static final String KAFKA = "kafka";
    private static final String AUDIT = "audit";
    private static final List<String> PERIODS =
            Stream.of(Period.values()).map(Period::name).toList();

    @Bean
    Figures figures(MeterRegistry meters, Clock clock, @Value("${commerce.metrics.topics}") List<String> topics) {
        return new ObservedFigures(meters, clock)
                .from(DATABASE)
                .from(KAFKA)
                .from(AUDIT)
                .show(DATABASE, "commerce.dead.letters.waiting")
                .show(DATABASE, "commerce.aggregation.windows.overdue", "period", PERIODS)
                .show(DATABASE, "commerce.aggregation.age.seconds", "period", PERIODS)
                .show(KAFKA, "commerce.collector.lag.records", "topic", topics)
                .show(AUDIT, "commerce.invariant.violations", "invariant", List.of("metrics", "rankings"));
    }

    @Bean
    KafkaEventBacklog eventBacklog(
            @Value("${camel.component.kafka.brokers}") String bootstrapServers,
            @Value("${commerce.metrics.topics}") List<String> topics,
            @Value("${commerce.metrics.group}") String group,
            @Value("${commerce.observation.kafka-timeout}") Duration timeout) {
        return new KafkaEventBacklog(bootstrapServers, topics, group, timeout);
    }
}
