package io.commerceroutes.app.collector;

import io.commerceroutes.adapters.metrics.DatabaseSnapshots;
import io.commerceroutes.adapters.metrics.KafkaRetainedEvents;
import io.commerceroutes.domain.metrics.BusinessCalendar;
import io.commerceroutes.domain.metrics.EventLimits;
import io.commerceroutes.domain.metrics.EventReader;
import io.commerceroutes.domain.recount.CountSnapshots;
import io.commerceroutes.domain.recount.RecountSums;
import io.commerceroutes.domain.recount.RetainedEvents;
import io.commerceroutes.routes.metrics.RecordReading;
import io.commerceroutes.routes.recount.RecountBooks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What recounts work with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecountConfiguration.Settings.class)
public class RecountConfiguration {
    /**
     * Settings of recounts; the rest of {@code commerce.recount} is read by the routes.
     *
     * @param durationMax after which one is given up
     * @param kafkaTimeout of each request, and how long Kafka may be silent
     * @param batchSize records that are read and counted at once
     */
    @ConfigurationProperties("commerce.recount")
    public record Settings(Duration durationMax, Duration kafkaTimeout, int batchSize) {}

    @Bean
    RetainedEvents retainedEvents(
            Settings settings,
            @Value("${camel.component.kafka.brokers}") String bootstrapServers,
            @Value("${commerce.metrics.topics}") List<String> topics,
            @Value("${commerce.metrics.group}") String group) {
        return new KafkaRetainedEvents(new KafkaRetainedEvents.Settings(
                bootstrapServers, topics, group, settings.kafkaTimeout(), settings.batchSize()));
    }

    @Bean
    CountSnapshots countSnapshots(DataSource dataSource, Settings settings) {
        return new DatabaseSnapshots(dataSource, settings.durationMax());
    }

    @Bean
    RecountBooks recountBooks(
            RetainedEvents events,
            CountSnapshots snapshots,
            RecountSums sums,
            BusinessCalendar calendar,
            EventLimits limits,
            Clock clock,
            Settings settings,
            MetricsProperties metrics) {
        EventReader ofAnyAge = new EventReader(calendar, limits.forAnyAge(), clock);
        return new RecountBooks(
                events,
                snapshots,
                sums,
                new RecordReading(ofAnyAge),
                clock,
                settings.durationMax(),
                metrics.handledRetention());
    }
}
