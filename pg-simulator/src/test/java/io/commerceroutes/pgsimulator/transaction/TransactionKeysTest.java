package io.commerceroutes.pgsimulator.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TransactionKeysTest {
    private final TransactionKeys keys =
            new TransactionKeys(Clock.fixed(Instant.parse("2026-11-21T15:00:00Z"), ZoneOffset.UTC));

    @Test
    void a_key_has_the_day_in_seoul_and_six_hexadecimal_digits() {
        assertThat(keys.key(42)).matches("20261122:TR:[0-9a-f]{6}");
    }

    @Test
    void keys_do_not_come_again() {
        assertThat(LongStream.range(0, 300_000).mapToObj(keys::key).distinct().count())
                .isEqualTo(300_000);
    }
}
