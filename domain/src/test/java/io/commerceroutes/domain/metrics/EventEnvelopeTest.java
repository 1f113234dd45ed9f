package io.commerceroutes.domain.metrics;

import static io.commerceroutes.domain.metrics.Events.ID;
import static io.commerceroutes.domain.metrics.Events.NOW;
import static io.commerceroutes.domain.metrics.Events.assertRejected;
import static io.commerceroutes.domain.metrics.Events.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Id, type and time decide first whether an event is counted at all. */
class EventEnvelopeTest {
    @Test
    void a_missing_type_id_or_time_is_rejected() {
        assertRejected(read(new EventEnvelope(ID.toString(), null, NOW.toString(), NOW), Map.of()), "ce_type");
        assertRejected(read(envelope(null, NOW.toString()), Map.of("productId", 1)), "ce_id");
        assertRejected(read(envelope(ID.toString(), null), Map.of("productId", 1)), "ce_time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "not-a-uuid", "01935000-0000-7000-8000-00000000000g"})
    void an_id_that_is_no_uuid_is_rejected(String id) {
        assertRejected(read(envelope(id, NOW.toString()), Map.of("productId", 1)), "ce_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-11-22", "2026-11-22T10:00:00", "2026-13-01T00:00:00Z"})
    void a_time_without_offset_or_sense_is_rejected(String time) {
        assertRejected(read(envelope(ID.toString(), time), Map.of("productId", 1)), "ce_time");
    }

    @Test
    void a_time_may_be_five_minutes_ahead_but_no_more() {
        Instant edge = NOW.plus(Duration.ofMinutes(5));

        assertThat(read("ProductViewed", edge, Map.of("productId", 1))).isInstanceOf(EventReading.Countable.class);
        assertRejected(read("ProductViewed", edge.plusNanos(1), Map.of("productId", 1)), "future");
    }

    @Test
    void an_event_that_reached_its_topic_too_late_is_rejected() {
        Instant edge = NOW.minus(Duration.ofDays(10));

        assertThat(read("ProductViewed", edge, Map.of("productId", 1))).isInstanceOf(EventReading.Countable.class);
        assertRejected(read("ProductViewed", edge.minusNanos(1), Map.of("productId", 1)), "lateness");
    }

    @Test
    void an_event_that_only_waited_on_its_topic_is_counted_until_it_may_be_forgotten() {
        Instant edge = NOW.minus(Duration.ofDays(40));

        assertThat(recordedAtOnce(edge)).isInstanceOf(EventReading.Countable.class);
        assertRejected(recordedAtOnce(edge.minusNanos(1)), "lateness");
    }

    @Test
    void an_event_of_last_year_that_comes_nine_days_late_counts_on_its_own_day() {
        Instant time = Instant.parse("2026-12-31T14:59:59Z");
        EventReader reader = Events.readerAt(Instant.parse("2027-01-09T14:59:59Z"));

        assertThat(countedOn(reader, time)).isEqualTo("2026-12-31");
        assertThat(countedOn(reader, time.plusSeconds(1))).isEqualTo("2027-01-01");
    }

    private static LocalDate countedOn(EventReader reader, Instant time) {
        EventEnvelope late = new EventEnvelope(
                ID.toString(), "ProductViewed", time.toString(), Instant.parse("2027-01-09T14:59:58Z"));
        return ((EventReading.Countable) reader.read(late, Map.of("productId", 1))).businessDay();
    }

    private static EventReading recordedAtOnce(Instant time) {
        return read(new EventEnvelope(ID.toString(), "ProductViewed", time.toString(), time), Map.of("productId", 1));
    }

    private static EventEnvelope envelope(String id, String time) {
        return new EventEnvelope(id, "ProductViewed", time, NOW);
    }
}
