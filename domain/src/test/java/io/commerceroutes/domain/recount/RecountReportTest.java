package io.commerceroutes.domain.recount;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.metrics.ProductCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecountReportTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    @Test
    void what_was_reported_stays_whatever_becomes_of_the_lists_that_it_was_made_of() {
        List<String> missing = new ArrayList<>(List.of("an-id"));
        List<Difference> examples =
                new ArrayList<>(List.of(new Difference(DAY, 1, ProductCounts.ONE_VIEW, ProductCounts.NONE)));
        RecountReport report = new RecountReport(2, 1, 1, missing, Instant.EPOCH, 1, examples);
        Recount recount = new Recount(
                5,
                new RecountRange(DAY, DAY),
                RecountState.DONE,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                report,
                null);

        missing.clear();
        examples.clear();

        assertThat(recount.report().missingExamples()).containsExactly("an-id");
        assertThat(recount.report().examples()).hasSize(1);
    }
}
