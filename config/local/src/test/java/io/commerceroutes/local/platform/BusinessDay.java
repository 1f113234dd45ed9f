package io.commerceroutes.local.platform;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The shop's day, for tests that need it to be the same one from their first step to their last. */
final class BusinessDay {
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    private BusinessDay() {}

    /** Today, once so much of it is left: one that is about to end is waited out. */
    static LocalDate withRoomFor(Duration length) {
        await().atMost(length.plusMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> left(Instant.now()).compareTo(length) > 0);
        return LocalDate.now(ZONE);
    }

    /** How much is left of the day that it is then. */
    static Duration left(Instant time) {
        Instant end =
                LocalDate.ofInstant(time, ZONE).plusDays(1).atStartOfDay(ZONE).toInstant();
        return Duration.between(time, end);
    }
}
