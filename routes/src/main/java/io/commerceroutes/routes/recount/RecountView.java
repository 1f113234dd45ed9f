package io.commerceroutes.routes.recount;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.commerceroutes.domain.recount.Difference;
import io.commerceroutes.domain.recount.Recount;
import io.commerceroutes.domain.recount.RecountReport;
import io.commerceroutes.domain.recount.RecountState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A recount as operators see it; what it found is there once it is done. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecountView(
        long recountId,
        RecountState state,
        LocalDate from,
        LocalDate to,
        Instant requestedAt,
        Instant startedAt,
        Instant finishedAt,
        @JsonUnwrapped Found found,
        String error) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            long eventsRead,
            long eventsCounted,
            long missing,
            List<String> missingExamples,
            Instant earliestRetained,
            Differences differences) {}

    record Differences(long count, List<Difference> examples) {}

    static RecountView of(Recount recount) {
        return new RecountView(
                recount.recountId(),
                recount.state(),
                recount.range().from(),
                recount.range().to(),
                recount.requestedAt(),
                recount.startedAt(),
                recount.finishedAt(),
                recount.report() == null ? null : found(recount.report()),
                recount.error());
    }

    private static Found found(RecountReport report) {
        return new Found(
                report.eventsRead(),
                report.eventsCounted(),
                report.missing(),
                report.missingExamples(),
                report.earliestRetained(),
                new Differences(report.differences(), report.examples()));
    }
}
