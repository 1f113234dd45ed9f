package io.commerceroutes.routes.metrics;

import io.commerceroutes.domain.metrics.EventLimits;
import io.commerceroutes.domain.metrics.HandledEventPartitions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * prepare-partitions: at start and from time to time, room for the days of all events that may still be counted; days
 * that can never be counted again are forgotten. What fails is left to the next time.
 */
public class PreparePartitionsRoute extends RouteBuilder {
    public static final String PREPARE_PARTITIONS = "prepare-partitions";

    private final HandledEventPartitions partitions;
    private final EventLimits limits;
    private final Clock clock;
    private final Duration ahead;
    private final Duration kept;

    /**
     * @param ahead how far into the future days are prepared
     * @param kept how long handled events are remembered
     */
    public PreparePartitionsRoute(
            HandledEventPartitions partitions, EventLimits limits, Clock clock, Duration ahead, Duration kept) {
        this.partitions = partitions;
        this.limits = limits;
        this.clock = clock;
        this.ahead = ahead;
        this.kept = kept;
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:" + PREPARE_PARTITIONS + "?delay=0&period={{commerce.metrics.partition-check-millis}}")
            .routeId(PREPARE_PARTITIONS)
            .routeDescription("Makes the partitions of the days to come and drops those that are too old.")
            .doTry()
                .process(this::prepare).id("prepare-days")
                .process(this::drop).id("drop-days")
            .doCatch(Exception.class)
                .log(LoggingLevel.WARN, "The days of handled events stay as they are for now: ${exception.message}").id("log-days")
            .end();
        // spotless:on
    }

    private void prepare(Exchange tick) {
        LocalDate today = day(clock.instant());
        partitions.prepare(today.minusDays(limits.ageMax().toDays()), today.plusDays(ahead.toDays()));
    }

    private void drop(Exchange tick) {
        partitions.dropBefore(day(clock.instant().minus(kept)));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
