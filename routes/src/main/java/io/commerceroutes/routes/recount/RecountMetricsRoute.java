package io.commerceroutes.routes.recount;

import static io.commerceroutes.routes.ranking.RunErrors.LEFT_TO_RUN;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.timer;

import io.commerceroutes.domain.recount.Recount;
import io.commerceroutes.domain.recount.Recounts;
import io.commerceroutes.routes.transaction.Transactions;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * recount-metrics: all that the topics still hold, counted a second time and compared with the counts as they were at
 * one moment. Counting goes on meanwhile and changes nothing in the verdict.
 */
public class RecountMetricsRoute extends RouteBuilder {
    public static final String RECOUNT_REQUESTED = "recount-requested";
    public static final String RECOUNT_METRICS = "recount-metrics";
    public static final String COUNT_AGAIN = "count-again";
    public static final String ADD_RECOUNTED = "add-recounted";

    private final Recounts recounts;
    private final RecountBooks books;

    public RecountMetricsRoute(Recounts recounts, RecountBooks books) {
        this.recounts = recounts;
        this.books = books;
    }

    @Override
    public void configure() {
        // spotless:off
        from(timer(RECOUNT_REQUESTED).period("{{commerce.recount.tick-millis}}"))
            .routeId(RECOUNT_REQUESTED)
            .routeDescription("Finds the recounts that were requested and starts one.")
            .process(this::claimNext).id("claim-recount")
            .filter(body().isNotNull()).id("if-recount-claimed")
                .to(direct(RECOUNT_METRICS)).id("to-" + RECOUNT_METRICS)
            .end();

        from(direct(RECOUNT_METRICS))
            .routeId(RECOUNT_METRICS)
            .routeDescription("Counts again what Kafka still holds and compares it with what is stored.")
            .process(exchange -> RunningRecount.begin(exchange, books)).id("begin-recount")
            .doTry()
                // In this order: what is committed was counted before the snapshot, and what the snapshot has counted
                // stands before the ends.
                .process(exchange -> RunningRecount.of(exchange).noteCommitted()).id("note-committed-offsets")
                .process(exchange -> RunningRecount.of(exchange).openSnapshot()).id("open-snapshot")
                .process(exchange -> RunningRecount.of(exchange).noteEnds()).id("note-ends")
                .to(direct(COUNT_AGAIN)).id("to-" + COUNT_AGAIN)
                .process(exchange -> RunningRecount.of(exchange).compare()).id("compare-counts")
                .process(this::noteResult).id("note-recount-result")
            .doCatch(Exception.class)
                .process(this::noteFailure).id("note-recount-failure")
                .log(LoggingLevel.ERROR, "Recount ${exchangeProperty.runningRecount.recountId} failed: ${exception.stacktrace}").id("log-recount-failure")
            .doFinally()
                .process(exchange -> RunningRecount.of(exchange).close()).id("close-recount")
            .end();

        from(direct(COUNT_AGAIN))
            .routeId(COUNT_AGAIN)
            .routeDescription("Reads the topics from their beginning, batch by batch.")
            .routeConfigurationId(LEFT_TO_RUN)
            .loopDoWhile(exchange -> RunningRecount.of(exchange).hasMore()).id("while-records-remain")
                .process(exchange -> RunningRecount.of(exchange).poll()).id("poll-records")
                .process(exchange -> RunningRecount.of(exchange).sift()).id("sift-records")
                .to(direct(ADD_RECOUNTED)).id("to-" + ADD_RECOUNTED)
            .end();

        from(direct(ADD_RECOUNTED))
            .routeId(ADD_RECOUNTED)
            .routeDescription("Adds one batch to the recount.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .process(exchange -> RunningRecount.of(exchange).addHandled()).id("add-handled")
            .process(exchange -> RunningRecount.of(exchange).addMissing()).id("add-missing");
        // spotless:on
    }

    private void claimNext(Exchange tick) {
        tick.getMessage().setBody(recounts.claimNext(books.durationMax()).orElse(null), Recount.class);
    }

    private void noteResult(Exchange exchange) {
        RunningRecount running = RunningRecount.of(exchange);
        recounts.done(running.recountId(), running.report());
    }

    private void noteFailure(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        recounts.failed(RunningRecount.of(exchange).recountId(), String.valueOf(failure.getMessage()));
    }
}
