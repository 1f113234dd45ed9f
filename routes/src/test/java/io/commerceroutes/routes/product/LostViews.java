package io.commerceroutes.routes.product;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What the metric of lost views says. */
final class LostViews {
    private LostViews() {}

    static double because(MeterRegistry meters, String cause) {
        Counter counter = meters.find("commerce.views.lost").tag("cause", cause).counter();
        return counter == null ? 0 : counter.count();
    }
}
