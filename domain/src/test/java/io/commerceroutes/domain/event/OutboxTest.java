package io.commerceroutes.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxTest {
    @Property
    void every_key_has_one_shard(@ForAll String key) {
        assertThat(Outbox.shardOf(key)).isBetween(0, Outbox.SHARDS - 1).isEqualTo(Outbox.shardOf(key));
    }

    /** Rows that are written before a deployment are read after it: a key's shard must never change. */
    @ParameterizedTest
    @CsvSource({"'', 0", "1, 1", "42, 14", "polygenelubricants, 0", "order-1, 2"})
    void a_keys_shard_is_the_same_for_ever(String key, int shard) {
        assertThat(Outbox.shardOf(key)).isEqualTo(shard);
    }

    @Test
    void every_shard_is_used() {
        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(n -> Outbox.shardOf("order-" + n))
                        .distinct())
                .hasSize(Outbox.SHARDS);
    }
}
