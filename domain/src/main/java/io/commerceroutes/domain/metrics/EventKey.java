package io.commerceroutes.domain.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.UUID;

/**
 * Names one event for ever: its id, and the UTC date of its time, by which the handled events are partitioned.
 */
public record EventKey(LocalDate day, UUID id) implements Comparable<EventKey> {
    private static final Comparator<EventKey> BY_DAY_AND_ID =
            Comparator.comparing(EventKey::day).thenComparing(EventKey::id);

    public static EventKey of(Instant time, UUID id) {
        return new EventKey(time.atOffset(ZoneOffset.UTC).toLocalDate(), id);
    }

    /**
     * Reads the text form back.
     *
     * @throws IllegalArgumentException when the text is not {@code yyyy-MM-dd/uuid}
     */
    public static EventKey parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("Not an event key: " + text);
        }
        try {
            return new EventKey(LocalDate.parse(text.substring(0, slash)), UUID.fromString(text.substring(slash + 1)));
        } catch (java.time.format.DateTimeParseException notADay) {
            throw new IllegalArgumentException("Not an event key: " + text, notADay);
        }
    }

    @Override
    public int compareTo(EventKey other) {
        return BY_DAY_AND_ID.compare(this, other);
    }

    @Override
    public String toString() {
        return day + "/" + id;
    }
}
