package io.commerceroutes.routes.ranking;

import io.commerceroutes.domain.ranking.AggregationLedger;
import io.commerceroutes.domain.ranking.AggregationRun;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.RunOrigin;
import io.commerceroutes.domain.ranking.RunState;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Page;
import io.commerceroutes.routes.http.PageRequest;
import io.commerceroutes.routes.http.PathId;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.camel.Exchange;

/** Takes requests for runs from operators, and shows the ledger. */
public class AggregationEntry {
    private final AggregationLedger ledger;
    private final RequestedWindow requested;

    public AggregationEntry(AggregationLedger ledger, RequestedWindow requested) {
        this.ledger = ledger;
        this.requested = requested;
    }

    /** The body of a request; texts, so that what is wrong with them can be told by name. */
    public record AggregationBody(String period, String date) {}

    record RequestedRun(long runId) {}

    /** One line of the ledger as operators see it. */
    record RunView(
            long runId,
            Period period,
            String window,
            LocalDate from,
            LocalDate to,
            RunOrigin origin,
            RunState state,
            Long rows,
            Instant requestedAt,
            Instant startedAt,
            String progress,
            Instant finishedAt,
            Long durationMillis,
            String error) {
        static RunView of(AggregationRun run) {
            return new RunView(
                    run.runId(),
                    run.window().period(),
                    run.window().label(),
                    run.window().from(),
                    run.window().to(),
                    run.origin(),
                    run.state(),
                    run.rows(),
                    run.requestedAt(),
                    run.startedAt(),
                    run.progress(),
                    run.finishedAt(),
                    run.duration() == null ? null : run.duration().toMillis(),
                    run.error());
        }
    }

    void request(Exchange exchange) {
        AggregationBody body = exchange.getMessage().getBody(AggregationBody.class);
        if (body == null) {
            throw ApiProblem.malformed("The body is not the JSON object that is expected here.");
        }
        long runId = ledger.request(requested.of(body.period(), body.date()), RunOrigin.OPERATOR);
        Answer.created(exchange, 202, "/api/v1/ops/aggregations/" + runId, new RequestedRun(runId));
    }

    void answerRun(Exchange exchange) {
        long runId = PathId.of(exchange.getMessage(), "runId", "AGGREGATION");
        AggregationRun run = ledger.find(runId).orElseThrow(() -> ApiProblem.notFound("AGGREGATION"));
        Answer.with(exchange, 200, RunView.of(run));
    }

    void answerPage(Exchange exchange) {
        PageRequest request = PageRequest.of(exchange.getMessage());
        AggregationLedger.Page page = ledger.page(request.page(), request.size());
        Answer.with(
                exchange, 200, Page.of(page.items().stream().map(RunView::of).toList(), request, page.totalCount()));
    }
}
