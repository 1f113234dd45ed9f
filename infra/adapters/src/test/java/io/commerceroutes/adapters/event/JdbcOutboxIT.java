package io.commerceroutes.adapters.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.domain.event.Outbox;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

class JdbcOutboxIT {
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Set<Integer> ALL =
            IntStream.range(0, Outbox.SHARDS).boxed().collect(Collectors.toSet());

    private static CommerceSchema schema;

    @BeforeAll
    static void migrate() {
        schema = CommerceSchema.migrated();
    }

    @BeforeEach
    void freeAllShards() {
        schema.jdbc().update("UPDATE relay_lease SET owner = NULL, lease_until = NULL");
    }

    private static JdbcOutbox relay(Duration lease) {
        return relay(lease, System::nanoTime);
    }

    private static JdbcOutbox relay(Duration lease, LongSupplier nanoTime) {
        return new JdbcOutbox(
                new NamedParameterJdbcTemplate(schema.jdbc()),
                schema.transaction(),
                UUID.randomUUID().toString(),
                lease,
                nanoTime);
    }

    private static LocalDateTime earliestEnd() {
        return schema.jdbc().queryForObject("SELECT MIN(lease_until) FROM relay_lease", LocalDateTime.class);
    }

    @Test
    void a_shard_is_leased_to_one_relay_at_a_time() throws Exception {
        List<JdbcOutbox> relays = Stream.generate(() -> relay(LONG)).limit(8).toList();
        List<Integer> leased;
        try (ExecutorService threads = Executors.newFixedThreadPool(relays.size())) {
            leased =
                    threads
                            .invokeAll(relays.stream()
                                    .map(relay -> (Callable<Set<Integer>>) relay::lease)
                                    .toList())
                            .stream()
                            .flatMap(shards -> shards.resultNow().stream())
                            .toList();
        }

        assertThat(leased).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(relay(LONG).lease()).isEmpty();
    }

    @Test
    void a_relay_that_works_renews_its_leases_before_they_end() {
        AtomicLong nanoTime = new AtomicLong();
        JdbcOutbox working = relay(LONG, nanoTime::get);
        assertThat(working.lease()).isEqualTo(ALL);
        LocalDateTime firstEnd = earliestEnd();

        nanoTime.addAndGet(LONG.toNanos() / 3 - 1);
        assertThat(working.lease()).isEqualTo(ALL);
        assertThat(earliestEnd()).isEqualTo(firstEnd);

        nanoTime.incrementAndGet();
        assertThat(working.lease()).isEqualTo(ALL);
        assertThat(earliestEnd()).isAfter(firstEnd);
        assertThat(relay(LONG).lease()).isEmpty();
    }

    @Test
    void a_lease_that_has_ended_is_taken_over_and_the_late_one_finds_it_gone() {
        JdbcOutbox late = relay(SHORT);
        JdbcOutbox next = relay(LONG);
        assertThat(late.lease()).isEqualTo(ALL);

        await().atMost(LIMIT).until(() -> next.lease().equals(ALL));

        await().atMost(LIMIT).until(() -> late.lease().isEmpty());
        assertThat(next.lease()).isEqualTo(ALL);
    }

    @Test
    void a_relay_that_ends_gives_back_its_own_shards_only() {
        JdbcOutbox ending = relay(LONG);
        JdbcOutbox staying = relay(LONG);
        JdbcOutbox next = relay(LONG);
        schema.jdbc()
                .update(
                        "UPDATE relay_lease SET owner = 'x', lease_until = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR WHERE shard >= 4");
        assertThat(ending.lease()).containsExactlyInAnyOrder(0, 1, 2, 3);
        schema.jdbc().update("UPDATE relay_lease SET owner = NULL WHERE shard >= 4");
        assertThat(staying.lease()).hasSize(12);

        ending.release();

        assertThat(next.lease()).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(staying.lease()).hasSize(12);
    }
}
