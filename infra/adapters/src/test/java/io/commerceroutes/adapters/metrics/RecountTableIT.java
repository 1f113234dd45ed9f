package io.commerceroutes.adapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.AnalyticsSchema;
import io.commerceroutes.domain.metrics.ProductCounts;
import io.commerceroutes.domain.recount.Difference;
import io.commerceroutes.domain.recount.Recount;
import io.commerceroutes.domain.recount.RecountRange;
import io.commerceroutes.domain.recount.RecountReport;
import io.commerceroutes.domain.recount.RecountState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecountTableIT {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final RecountRange RANGE = new RecountRange(DAY, DAY.plusDays(1));
    private static final Duration LEASE = Duration.ofMinutes(1);
    private AnalyticsSchema schema;
    private RecountTable recounts;

    @BeforeEach
    void migrate() {
        schema = AnalyticsSchema.migrated();
        recounts = new RecountTable(schema.jdbc());
    }

    @Test
    void requests_are_taken_one_at_a_time_in_their_order() {
        long first = recounts.request(RANGE);
        long second = recounts.request(RANGE);

        Recount claimed = recounts.claimNext(LEASE).orElseThrow();
        assertThat(claimed.recountId()).isEqualTo(first);
        assertThat(claimed.state()).isEqualTo(RecountState.RUNNING);
        assertThat(claimed.range()).isEqualTo(RANGE);
        assertThat(recounts.claimNext(LEASE)).isEmpty();

        recounts.failed(first, "x".repeat(600));
        assertThat(recounts.find(first).orElseThrow().error()).hasSize(500);
        assertThat(recounts.claimNext(LEASE).map(Recount::recountId)).contains(second);
    }

    @Test
    void instances_that_ask_together_take_one() {
        IntStream.range(0, 4).forEach(i -> recounts.request(RANGE));

        long taken = IntStream.range(0, 4)
                .parallel()
                .mapToObj(instance -> new RecountTable(schema.jdbc()).claimNext(LEASE))
                .filter(Optional::isPresent)
                .count();

        assertThat(taken).isOne();
    }

    @Test
    void one_whose_lease_has_ended_has_failed_and_its_late_result_is_not_taken() {
        long killed = recounts.request(RANGE);
        recounts.claimNext(LEASE);
        schema.jdbc().update("UPDATE recount SET lease_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND");
        long next = recounts.request(RANGE);

        assertThat(recounts.claimNext(LEASE).map(Recount::recountId)).contains(next);
        recounts.done(killed, new RecountReport(1, 1, 0, List.of(), null, 0, List.of()));
        recounts.failed(killed, "late");

        assertThat(recounts.find(killed).orElseThrow().state()).isEqualTo(RecountState.FAILED);
        assertThat(recounts.find(killed).orElseThrow().error()).contains("within its time");
        assertThat(recounts.find(next).orElseThrow().state()).isEqualTo(RecountState.RUNNING);
    }

    @Test
    void a_report_is_found_as_it_was_written_and_listed_without_examples() {
        long recountId = recounts.request(RANGE);
        recounts.claimNext(LEASE);
        RecountReport report = new RecountReport(
                9,
                7,
                1,
                List.of("an-id"),
                Instant.parse("2026-11-01T00:00:00.123Z"),
                1,
                List.of(new Difference(DAY, 3, new ProductCounts(1, 2, 3, 4, 5), ProductCounts.NONE)));
        recounts.done(recountId, report);
        recounts.request(RANGE);

        Recount done = recounts.find(recountId).orElseThrow();
        assertThat(done.state()).isEqualTo(RecountState.DONE);
        assertThat(done.report()).isEqualTo(report);
        assertThat(done.finishedAt()).isAfterOrEqualTo(done.startedAt());
        assertThat(recounts.page(0, 1).totalCount()).isEqualTo(2);
        assertThat(recounts.page(0, 1).items().getFirst().state()).isEqualTo(RecountState.REQUESTED);
        assertThat(recounts.page(1, 1).items().getFirst().report().differences())
                .isOne();
        assertThat(recounts.page(1, 1).items().getFirst().report().examples()).isEmpty();
        assertThat(recounts.find(recountId + 9)).isEmpty();
    }
}
