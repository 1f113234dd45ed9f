package io.commerceroutes.adapters.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.domain.event.OutboxEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What the relay reads of the outbox, and what it removes. */
class OutboxEventsIT {
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static CommerceSchema schema;
    private static JdbcOutbox outbox;

    @BeforeAll
    static void migrate() {
        schema = CommerceSchema.migrated();
        outbox = new JdbcOutbox(
                new NamedParameterJdbcTemplate(schema.jdbc()), schema.transaction(), "relay", Duration.ofMinutes(1));
    }

    @BeforeEach
    void empty() {
        schema.jdbc().update("DELETE FROM outbox");
    }

    @Test
    void the_oldest_of_each_shard_come_in_the_order_of_their_ids() {
        insert(1, 10, null);
        insert(2, 20, null);
        insert(3, 10, null);
        insert(4, 10, null);
        insert(5, 30, null);

        assertThat(outbox.oldest(Set.of(10, 20), 2))
                .extracting(OutboxEvent::id)
                .containsExactlyInAnyOrder(1L, 2L, 3L)
                .containsSubsequence(1L, 3L);
        assertThat(outbox.oldest(Set.of(), 2)).isEmpty();
    }

    @Test
    void an_event_is_read_as_it_was_written() {
        insert(1, 10, TRACEPARENT);
        insert(2, 10, null);

        assertThat(outbox.oldest(Set.of(10), 10))
                .containsExactly(event(1, Optional.of(TRACEPARENT)), event(2, Optional.empty()));
    }

    @Test
    void what_was_acknowledged_is_removed_and_nothing_between() {
        insert(1, 10, null);
        insert(2, 10, null);
        insert(3, 10, null);

        outbox.remove(List.of(1L, 3L));
        outbox.remove(List.of());

        assertThat(outbox.oldest(Set.of(10), 10)).extracting(OutboxEvent::id).containsExactly(2L);
    }

    private static OutboxEvent event(long id, Optional<String> traceparent) {
        return new OutboxEvent(
                id,
                "commerce.orders.v1",
                "order-" + id,
                "event-" + id,
                "OrderPaid",
                Instant.parse("2026-11-22T03:04:05.000006Z"),
                traceparent,
                "{\"id\":%d}".formatted(id));
    }

    private static void insert(long id, int shard, String traceparent) {
        OutboxEvent event = event(id, Optional.empty());
        schema.jdbc()
                .update(
                        "INSERT INTO outbox VALUES (?, ?, ?, ?, ?, ?, '2026-11-22 03:04:05.000006', '2026-11-22', ?, ?)",
                        id,
                        shard,
                        event.topic(),
                        event.key(),
                        event.eventId(),
                        event.type(),
                        traceparent,
                        event.payload());
    }
}
