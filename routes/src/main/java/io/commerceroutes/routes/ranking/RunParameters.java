package io.commerceroutes.routes.ranking;

import io.commerceroutes.domain.ranking.AggregationLedger;
import io.commerceroutes.domain.ranking.AggregationRun;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.RunState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Turns a run's id into the named parameters of its SQL, which stay the body until the run has ended. */
class RunParameters implements Processor {
    static final String RUN_ID = "runId";
    static final String STATE = "state";
    static final String STARTED_AT = "startedAt";
    static final String ERROR = "error";
    /** A header, and a column of the ledger: what the run is at, in a few words. */
    static final String PROGRESS = "progress";

    private static final int ERROR_LENGTH_MAX = 500;

    private final AggregationLedger ledger;
    private final RankingSettings settings;
    private final Clock clock;

    RunParameters(AggregationLedger ledger, RankingSettings settings, Clock clock) {
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        long runId = exchange.getMessage().getBody(Long.class);
        AggregationRun run =
                ledger.find(runId).orElseThrow(() -> new IllegalArgumentException("There is no run " + runId));
        Instant now = clock.instant();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(RUN_ID, runId);
        parameters.put(STARTED_AT, now);
        parameters.put("period", run.window().period().name());
        parameters.put("periodStart", run.window().from());
        parameters.put("periodEnd", run.window().to());
        parameters.put("origin", run.origin().name());
        parameters.put("complete", run.window().endedBy(now, settings.calendar(), settings.grace()));
        parameters.put("endedBefore", settings.calendar().dayOf(now.minus(settings.grace())));
        parameters.put("leaseSeconds", settings.lease().toSeconds());
        parameters.put("viewWeight", settings.weights().view());
        parameters.put("likeWeight", settings.weights().like());
        parameters.put("unitWeight", settings.weights().unit());
        parameters.put("weights", settings.weights().label());
        parameters.put(STATE, run.state().name());
        parameters.put(ERROR, null);
        exchange.getMessage().setBody(parameters);
        // A header, since that is where the query for it puts it; a run that fails before has none.
        exchange.getMessage().setHeader("revision", null);
    }

    static void done(Exchange exchange) {
        of(exchange).put(STATE, RunState.DONE.name());
    }

    /** Notes that the run ended otherwise than well, and in a few words why. */
    static void ended(Exchange exchange, RunState state) {
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        // What a part of a split failed by comes wrapped.
        String error = String.valueOf(
                (caught instanceof CamelExchangeException && caught.getCause() != null ? caught.getCause() : caught)
                        .getMessage());
        Map<String, Object> parameters = of(exchange);
        parameters.put(STATE, state.name());
        parameters.put(ERROR, error.substring(0, Math.min(error.length(), ERROR_LENGTH_MAX)));
    }

    /** Tells how a run ended, and how long it took by {@code now}. */
    static void tell(Exchange exchange, RunTally tally, Instant now) {
        Map<String, Object> parameters = of(exchange);
        tally.ended(
                Period.valueOf((String) parameters.get("period")),
                RunState.valueOf((String) parameters.get(STATE)),
                Duration.between((Instant) parameters.get(STARTED_AT), now));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> of(Exchange exchange) {
        return exchange.getMessage().getBody(Map.class);
    }
}
