package io.commerceroutes.app.collector;

import io.commerceroutes.domain.metrics.EventLimits;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of counting that are values of the domain; the rest of {@code commerce.metrics} is read by the routes.
 *
 * @param zone of the business days
 * @param handledRetention how long handled events are remembered
 * @param partitionsAhead how far ahead room for handled events is made
 */
@ConfigurationProperties("commerce.metrics")
public record MetricsProperties(
        ZoneId zone,
        Duration clockSkew,
        Duration acceptedLateness,
        Duration topicRetention,
        Duration paidAge,
        Duration handledRetention,
        Duration partitionsAhead) {
    public MetricsProperties {
        Duration ageMax = topicRetention.plus(acceptedLateness);
        if (handledRetention.compareTo(ageMax) <= 0) {
            throw new IllegalArgumentException(
                    "commerce.metrics.handled-retention (%s) must outlive topic-retention plus accepted-lateness (%s)"
                            .formatted(handledRetention, ageMax));
        }
    }

    EventLimits limits() {
        return new EventLimits(clockSkew, acceptedLateness, topicRetention, paidAge);
    }
}
