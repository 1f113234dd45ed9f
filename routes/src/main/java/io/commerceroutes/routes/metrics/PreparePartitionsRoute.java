package io.commerceroutes.routes.metrics;

import io.commerceroutes.domain.metrics.EventLimits;
import io.commerceroutes.domain.metrics.HandledEventPartitions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** prepare-partitions: at start and from time to time, room for the days of all events that may still be counted. */
public class PreparePartitionsRoute extends RouteBuilder {
    public static final String PREPARE_PARTITIONS = "prepare-partitions";

    private final HandledEventPartitions partitions;
    private final EventLimits limits;
    private final Clock clock;
    private final Duration ahead;

    /** @param ahead how far into the future days are prepared */
    public PreparePartitionsRoute(HandledEventPartitions partitions, EventLimits limits, Clock clock, Duration ahead) {
        this.partitions = partitions;
        this.limits = limits;
        this.clock = clock;
        this.ahead = ahead;
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:" + PREPARE_PARTITIONS + "?delay=0&period={{commerce.metrics.partition-check-millis}}")
            .routeId(PREPARE_PARTITIONS)
            .process(this::prepare).id("prepare-days");
        // spotless:on
    }

    private void prepare(Exchange tick) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        partitions.prepare(today.minusDays(limits.ageMax().toDays()), today.plusDays(ahead.toDays()));
    }
}
