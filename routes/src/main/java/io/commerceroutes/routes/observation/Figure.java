package io.commerceroutes.routes.observation;

import java.util.Map;

/**
 * One figure of the platform's state as it was observed.
 *
 * @param gauge its name, with the unit last, such as {@code commerce.outbox.age.seconds}
 * @param tag tells figures of one gauge apart; empty where there is one
 * @param value not a number where there is nothing to tell of
 */
public record Figure(String gauge, String tag, double value) {

    /** Reads a row of an observing query: {@code gauge}, {@code tag}, {@code figure}. */
    public static Figure of(Map<String, Object> row) {
        Number figure = (Number) row.get("figure");
        return new Figure(
                row.get("gauge").toString(),
                row.get("tag").toString(),
                figure == null ? Double.NaN : figure.doubleValue());
    }
}
