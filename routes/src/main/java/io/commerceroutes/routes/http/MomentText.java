package io.commerceroutes.routes.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Moments as requests tell them: ISO 8601 with offset, of this century, to the microsecond that the database keeps. */
public final class MomentText {
    /** What a field is told that is no such moment. */
    public static final String MESSAGE = "must be a time with offset (ISO 8601) from 2000 to 2099";

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private MomentText() {}

    /** Empty if the text is no moment. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS))
                    .filter(moment -> !moment.isBefore(FIRST) && moment.isBefore(END));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
