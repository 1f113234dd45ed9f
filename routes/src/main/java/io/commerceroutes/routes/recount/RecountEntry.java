package io.commerceroutes.routes.recount;

import io.commerceroutes.domain.recount.Recount;
import io.commerceroutes.domain.recount.RecountRange;
import io.commerceroutes.domain.recount.Recounts;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Page;
import io.commerceroutes.routes.http.PageRequest;
import io.commerceroutes.routes.http.PathId;
import io.commerceroutes.routes.ranking.RequestedWindow;
import java.time.LocalDate;
import org.apache.camel.Exchange;

/** Takes requests for recounts from operators, and shows what they found. */
public class RecountEntry {
    private final Recounts recounts;
    private final RequestedWindow requested;

    public RecountEntry(Recounts recounts, RequestedWindow requested) {
        this.recounts = recounts;
        this.requested = requested;
    }

    /** The body of a request; texts, so that what is wrong with them can be told by name. */
    public record RecountBody(String from, String to) {}

    record RequestedRecount(long recountId) {}

    void request(Exchange exchange) {
        RecountBody body = exchange.getMessage().getBody(RecountBody.class);
        LocalDate from = day("from", body.from());
        LocalDate to = day("to", body.to());
        if (!RecountRange.isAllowed(from, to)) {
            throw ApiProblem.invalid(
                    "from", "must not lie after to, nor %d days or more before it".formatted(RecountRange.DAYS_MAX));
        }
        long recountId = recounts.request(new RecountRange(from, to));
        Answer.created(exchange, 202, "/api/v1/ops/recounts/" + recountId, new RequestedRecount(recountId));
    }

    void answerRecount(Exchange exchange) {
        long recountId = PathId.of(exchange.getMessage(), "recountId", "RECOUNT");
        Recount recount = recounts.find(recountId).orElseThrow(() -> ApiProblem.notFound("RECOUNT"));
        Answer.with(exchange, 200, RecountView.of(recount));
    }

    void answerPage(Exchange exchange) {
        PageRequest request = PageRequest.of(exchange.getMessage());
        Recounts.Page page = recounts.page(request.page(), request.size());
        Answer.with(
                exchange,
                200,
                Page.of(page.items().stream().map(RecountView::of).toList(), request, page.totalCount()));
    }

    /** A day that is missing is as wrong as one that is none. */
    private LocalDate day(String field, String text) {
        return requested.day(field, text == null ? "" : text, null);
    }
}
