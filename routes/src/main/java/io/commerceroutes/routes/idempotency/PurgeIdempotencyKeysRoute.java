package io.commerceroutes.routes.idempotency;

import static io.commerceroutes.routes.event.BackgroundErrors.BACKGROUND_ERRORS;

import io.commerceroutes.domain.idempotency.IdempotentRequests;
import io.commerceroutes.routes.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * Forgets the answers that are kept no longer, on a schedule, the oldest first: in batches, each a transaction of its
 * own, until one is not full or the run has had as many as it may.
 */
public class PurgeIdempotencyKeysRoute extends RouteBuilder {
    public static final String PURGE_IDEMPOTENCY_KEYS = "purge-idempotency-keys";
    public static final String PURGE_IDEMPOTENCY_BATCH = "purge-idempotency-batch";

    private final IdempotentRequests requests;
    private final Clock clock;
    private final Duration retention;
    private final int batchSize;
    private final int batchesMax;

    /** @param batchesMax how many batches one run forgets at most */
    public PurgeIdempotencyKeysRoute(
            IdempotentRequests requests, Clock clock, Duration retention, int batchSize, int batchesMax) {
        this.requests = requests;
        this.clock = clock;
        this.retention = retention;
        this.batchSize = batchSize;
        this.batchesMax = batchesMax;
    }

    @Override
    public void configure() {
        // spotless:off
        from("quartz:idempotency/" + PURGE_IDEMPOTENCY_KEYS + "?cron={{commerce.idempotency.purge-cron}}&stateful=true")
            .routeId(PURGE_IDEMPOTENCY_KEYS)
            .routeDescription("By the clock, forgets answers that are too old to be replayed.")
            .routeConfigurationId(BACKGROUND_ERRORS)
            .setBody(constant(batchSize)).id("expect-full-batch")
            .loopDoWhile(this::mayBeMore).id("each-purge-batch")
                .to("direct:" + PURGE_IDEMPOTENCY_BATCH).id("purge-batch-in-one-transaction")
            .end();

        from("direct:" + PURGE_IDEMPOTENCY_BATCH)
            .routeId(PURGE_IDEMPOTENCY_BATCH)
            .routeDescription("Forgets one batch of answers in one transaction.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .setBody(exchange -> forgetBatch()).id("purge-batch");
        // spotless:on
    }

    private boolean mayBeMore(Exchange exchange) {
        Integer lastBatch = exchange.getProperty(Exchange.LOOP_INDEX, Integer.class);
        int batches = lastBatch == null ? 0 : lastBatch + 1;
        return batches < batchesMax && exchange.getMessage().getBody(Integer.class) == batchSize;
    }

    private int forgetBatch() {
        return requests.forgetBefore(clock.instant().minus(retention), batchSize);
    }
}
