package io.commerceroutes.domain.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.commerceroutes.domain.metrics.EventEnvelope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecountRangeTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    @Test
    void both_ends_belong_to_it() {
        RecountRange range = new RecountRange(DAY, DAY.plusDays(2));

        assertThat(range.days()).containsExactly(DAY, DAY.plusDays(1), DAY.plusDays(2));
        assertThat(range.contains(DAY)).isTrue();
        assertThat(range.contains(DAY.plusDays(2))).isTrue();
        assertThat(range.contains(DAY.minusDays(1))).isFalse();
        assertThat(range.contains(DAY.plusDays(3))).isFalse();
    }

    @Test
    void it_has_one_to_four_hundred_days() {
        assertThat(new RecountRange(DAY, DAY).days()).hasSize(1);
        assertThat(new RecountRange(DAY, DAY.plusDays(399)).days()).hasSize(400);
        assertThatIllegalArgumentException().isThrownBy(() -> new RecountRange(DAY, DAY.plusDays(400)));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecountRange(DAY, DAY.minusDays(1)));
    }

    @Test
    void a_record_was_passed_when_it_stands_before_its_partitions_offset() {
        CommittedOffsets committed = new CommittedOffsets(Map.of(new CommittedOffsets.Place("t", 1), 5L));

        assertThat(committed.passed(at("t", 1, 4))).isTrue();
        assertThat(committed.passed(at("t", 1, 5))).isFalse();
        assertThat(committed.passed(at("t", 0, 0))).isFalse();
        assertThat(committed.passed(at("u", 1, 0))).isFalse();
    }

    private static RetainedRecord at(String topic, int partition, long offset) {
        return new RetainedRecord(topic, partition, offset, new EventEnvelope(null, null, null, Instant.EPOCH), null);
    }
}
