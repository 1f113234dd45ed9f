package io.commerceroutes.routes.recount;

import io.commerceroutes.domain.recount.CountSnapshots;
import io.commerceroutes.domain.recount.RecountSums;
import io.commerceroutes.domain.recount.RetainedEvents;
import io.commerceroutes.routes.metrics.RecordReading;
import java.time.Clock;
import java.time.Duration;

/**
 * What a recount works with.
 *
 * @param reading of events whatever their age: that one was counted is what the handled events say, not the clock
 * @param durationMax after which a recount is given up, and another may begin
 * @param remembered for how long handled events are remembered: whether an older one was counted cannot be told
 */
public record RecountBooks(
        RetainedEvents events,
        CountSnapshots snapshots,
        RecountSums sums,
        RecordReading reading,
        Clock clock,
        Duration durationMax,
        Duration remembered) {}
