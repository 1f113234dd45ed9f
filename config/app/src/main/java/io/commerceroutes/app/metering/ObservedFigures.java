package io.commerceroutes.app.metering;

import io.commerceroutes.routes.observation.Figure;
import io.commerceroutes.routes.observation.Figures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Gauges of what was observed last, kept in memory: a scrape asks no server. Until a source has told anything its gauges
 * have no value; how long ago it last did is a gauge, too, since an old figure looks like a new one.
 */
class ObservedFigures implements Figures {
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Observation> bySource = new ConcurrentHashMap<>();

    private record Observation(Instant at, Map<String, Double> figures) {
        static String key(String gauge, String tag) {
            return gauge + "/" + tag;
        }
    }

    ObservedFigures(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** Shows the age of what {@code source} told. */
    ObservedFigures from(String source) {
        Gauge.builder("commerce.observation.age", this, figures -> figures.ageSeconds(source))
                .description("Since the source was last observed")
                .baseUnit("seconds")
                .tag("source", source)
                .register(meters);
        return this;
    }

    /** Shows a figure that {@code source} tells without a tag. */
    ObservedFigures show(String source, String gauge) {
        register(source, gauge, "", Tags.empty());
        return this;
    }

    /** Shows what {@code source} tells, for each value that the tag may have; other values are not shown. */
    ObservedFigures show(String source, String gauge, String tag, List<String> values) {
        values.forEach(value -> register(source, gauge, value, Tags.of(tag, value)));
        return this;
    }

    private void register(String source, String gauge, String value, Tags tags) {
        Gauge.builder(gauge, this, figures -> figures.last(source, Observation.key(gauge, value)))
                .tags(tags)
                .register(meters);
    }

    @Override
    public void observed(String source, List<Figure> figures) {
        bySource.put(
                source,
                new Observation(
                        clock.instant(),
                        figures.stream()
                                .collect(Collectors.toMap(
                                        figure -> Observation.key(figure.gauge(), figure.tag()), Figure::value))));
    }

    private double last(String source, String key) {
        Observation observation = bySource.get(source);
        return observation == null ? Double.NaN : observation.figures().getOrDefault(key, 0.0);
    }

    private double ageSeconds(String source) {
        Observation observation = bySource.get(source);
        return observation == null
                ? Double.NaN
                : Duration.between(observation.at(), clock.instant()).toMillis() / 1_000.0;
    }
}
