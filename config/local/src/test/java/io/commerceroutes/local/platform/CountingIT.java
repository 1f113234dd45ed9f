package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.RunningCollector.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** However often events come, and whatever fails: each counts once. Each test has products of its own. */
@OnSharedCollector
class CountingIT {
    private final RunningCollector collector;
    private final EventPublisher events;
    private final JdbcTemplate database;

    CountingIT(RunningCollector collector) {
        this.collector = collector;
        this.events = collector.events();
        this.database = collector.database();
    }

    @Test
    void events_count_once_however_often_they_come() {
        Instant now = Instant.now();
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(1_200).toList();
        for (int round = 0; round < 2; round++) {
            IntStream.range(0, ids.size()).forEach(i -> events.view(collector.catalog(), ids.get(i), now, 100 + i % 3));
        }
        UUID last = UUID.randomUUID();
        events.view(collector.catalog(), last, now, 103);
        events.flush();

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(collector.views(103)).isOne());
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(collector.views(100) + collector.views(101) + collector.views(102))
                        .isEqualTo(1_200));
        collector.awaitEverythingCommitted();
        assertThat(collector.views(100)).isEqualTo(400);
    }

    @Test
    void a_batch_that_cannot_be_counted_now_comes_again_and_counts_once() {
        collector.awaitEverythingCommitted();
        database.execute("RENAME TABLE day_revision TO day_revision_away");
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(50).toList();
        ids.forEach(id -> events.view(collector.catalog(), id, Instant.now(), 400));
        events.flush();
        CollectorProgress.forSomeFailures(collector.context());
        database.execute("RENAME TABLE day_revision_away TO day_revision");

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(collector.views(400)).isEqualTo(50));
        collector.awaitEverythingCommitted();
        assertThat(collector.views(400)).isEqualTo(50);
        assertThat(database.queryForList("SELECT event_id FROM dead_letter", String.class))
                .doesNotContainAnyElementsOf(ids.stream().map(UUID::toString).toList());
    }
}
