package io.commerceroutes.pgsimulator.transaction;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Makes keys such as {@code 20261122:TR:7e4de0}: the day in Seoul, and six hexadecimal digits that do not come again
 * within 16,777,216 numbers, because multiplying by an odd number modulo 2^24 is one to one.
 */
class TransactionKeys {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final long ODD = 0x9E3779B1L;
    private static final long MASK = 0xFFFFFFL;

    private final Clock clock;

    TransactionKeys(Clock clock) {
        this.clock = clock;
    }

    String key(long sequence) {
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(clock.withZone(SEOUL)));
        return "%s:TR:%06x".formatted(day, sequence * ODD & MASK);
    }
}
