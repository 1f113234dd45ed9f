package io.commerceroutes.adapters.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.idempotency.IdempotencyKey;
import io.commerceroutes.domain.idempotency.StoredAnswer;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 1,200 keys, one a second, of which the first 1,000 are to be forgotten. */
class PurgedKeysIT {
    private static final int KEYS = 1_200;
    private static final int OLD = 1_000;
    private static final Instant FIRST = Instant.parse("2026-11-22T01:02:03.000001Z");
    private static final Instant END = FIRST.plusSeconds(OLD);
    private static final CommerceSchema SCHEMA = CommerceSchema.migrated();

    private final JdbcIdempotentRequests requests = at(FIRST);

    @BeforeEach
    void fill() {
        SCHEMA.jdbc().update("DELETE FROM idempotency_key");
        SCHEMA.jdbc()
                .batchUpdate(
                        "INSERT INTO idempotency_key (name, fingerprint, status, body, created_at)"
                                + " VALUES (?, 'f', 200, '{}', ?)",
                        IntStream.range(0, KEYS)
                                .mapToObj(i -> new Object[] {name(i), Utc.of(FIRST.plusSeconds(i))})
                                .toList());
        SCHEMA.jdbc().execute("ANALYZE TABLE idempotency_key");
    }

    private static JdbcIdempotentRequests at(Instant now) {
        return new JdbcIdempotentRequests(
                SCHEMA.jdbc(), Clock.fixed(now, ZoneOffset.UTC), Duration.between(FIRST, END));
    }

    private static byte[] name(int key) {
        return ByteBuffer.allocate(32).putInt(Integer.reverse(key)).array();
    }

    private static int forget(JdbcIdempotentRequests requests) {
        return SCHEMA.transaction().execute(status -> requests.forgetBefore(END, 400));
    }

    private static long kept() {
        return SCHEMA.jdbc().queryForObject("SELECT COUNT(*) FROM idempotency_key", Long.class);
    }

    @Test
    void the_oldest_go_first_in_batches_and_those_in_time_stay() {
        assertThat(forget(requests)).isEqualTo(400);
        assertThat(SCHEMA.jdbc().queryForObject("SELECT MIN(created_at) FROM idempotency_key", String.class))
                .startsWith("2026-11-22 01:08:43");
        assertThat(forget(requests)).isEqualTo(400);
        assertThat(forget(requests)).isEqualTo(200);
        assertThat(forget(requests)).isZero();
        assertThat(kept()).isEqualTo(KEYS - OLD);
    }

    @Test
    void a_key_whose_answer_is_kept_no_longer_is_as_good_as_new_and_then_kept() {
        IdempotencyKey key = new IdempotencyKey(1, "POST /orders", "k-1", "fingerprint");
        requests.claim(key);
        requests.store(key, new StoredAnswer("fingerprint", 200, null, "{}"));
        JdbcIdempotentRequests later = at(END.plusSeconds(1));

        later.claim(key);

        assertThat(forget(later) + forget(later) + forget(later)).isEqualTo(OLD);
        assertThat(later.find(key)).isPresent();
    }

    @Test
    void a_key_that_was_taken_over_after_it_was_looked_at_is_not_deleted() {
        assertThat(SCHEMA.jdbc().update(JdbcIdempotentRequests.FORGET, name(OLD), Utc.of(END)))
                .isZero();
        assertThat(SCHEMA.jdbc().update(JdbcIdempotentRequests.FORGET, name(OLD - 1), Utc.of(END)))
                .isOne();
    }

    @Test
    void what_is_to_be_forgotten_is_read_from_the_index_and_deleted_by_name() {
        Map<String, Object> oldest = plan(JdbcIdempotentRequests.OLDEST, Utc.of(END), 400);
        Map<String, Object> delete = plan(JdbcIdempotentRequests.FORGET, name(1), Utc.of(END));

        assertThat(oldest.get("key")).isEqualTo("ix_idempotency_key_created");
        assertThat(oldest.get("type")).isEqualTo("range");
        assertThat((String) oldest.get("Extra"))
                .contains("Using index")
                .doesNotContain("Using index condition", "filesort");
        assertThat(delete.get("key")).isEqualTo("PRIMARY");
        assertThat(delete.get("rows")).hasToString("1");
    }

    private static Map<String, Object> plan(String statement, Object... values) {
        List<Map<String, Object>> steps = SCHEMA.jdbc().queryForList("EXPLAIN " + statement, values);
        return steps.getFirst();
    }
}
