package io.commerceroutes.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RelayRoundsTest {
    @Provide
    Arbitrary<List<OutboxEvent>> events() {
        return Combinators.combine(Arbitraries.of("orders", "payments"), Arbitraries.of("a", "b", "c", "d"))
                .as(List::of)
                .list()
                .ofMaxSize(60)
                .map(RelayRoundsTest::numbered);
    }

    @Property
    void nothing_is_lost_and_nothing_sent_twice(@ForAll("events") List<OutboxEvent> events) {
        assertThat(sent(events)).containsExactlyInAnyOrderElementsOf(events);
    }

    @Property
    void each_key_keeps_its_order(@ForAll("events") List<OutboxEvent> events) {
        assertThat(byKey(sent(events).stream())).isEqualTo(byKey(events.stream()));
    }

    @Property
    void a_round_has_at_most_one_event_of_a_key_and_none_is_empty(@ForAll("events") List<OutboxEvent> events) {
        assertThat(RelayRounds.of(events))
                .allSatisfy(round -> assertThat(round)
                        .isNotEmpty()
                        .extracting(RelayRoundsTest::keyOf)
                        .doesNotHaveDuplicates());
    }

    @Property
    void there_are_no_more_rounds_than_the_busiest_key_has_events(@ForAll("events") List<OutboxEvent> events) {
        int busiest = byKey(events.stream()).values().stream()
                .mapToInt(List::size)
                .max()
                .orElse(0);

        assertThat(RelayRounds.of(events)).hasSize(busiest);
    }

    @Test
    void an_order_and_its_payment_do_not_wait_for_each_other() {
        List<OutboxEvent> events = numbered(List.of(List.of("orders", "a"), List.of("payments", "a")));

        assertThat(RelayRounds.of(events)).containsExactly(events);
    }

    private static List<OutboxEvent> numbered(List<List<String>> topicsAndKeys) {
        List<OutboxEvent> events = new ArrayList<>();
        for (List<String> place : topicsAndKeys) {
            long id = events.size();
            events.add(new OutboxEvent(
                    id, place.get(0), place.get(1), "event-" + id, "Any", Instant.EPOCH, Optional.empty(), "{}"));
        }
        return List.copyOf(events);
    }

    private static List<OutboxEvent> sent(List<OutboxEvent> events) {
        return RelayRounds.of(events).stream().flatMap(List::stream).toList();
    }

    private static Map<List<String>, List<OutboxEvent>> byKey(Stream<OutboxEvent> events) {
        return events.collect(Collectors.groupingBy(RelayRoundsTest::keyOf));
    }

    private static List<String> keyOf(OutboxEvent event) {
        return List.of(event.topic(), event.key());
    }
}
