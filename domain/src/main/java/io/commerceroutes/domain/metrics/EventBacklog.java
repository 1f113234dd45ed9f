package io.commerceroutes.domain.metrics;

import java.util.Map;

/** How far the collector is behind. */
public interface EventBacklog {
    /**
     * How many records of each topic wait to be counted.
     *
     * @throws IllegalStateException if Kafka does not say so in time
     */
    Map<String, Long> waiting();
}
