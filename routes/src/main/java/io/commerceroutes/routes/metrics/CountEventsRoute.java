package io.commerceroutes.routes.metrics;

import static io.commerceroutes.routes.metrics.CountingErrors.COUNTING_ERRORS;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;

import io.commerceroutes.domain.metrics.AlreadyHandledException;
import io.commerceroutes.domain.metrics.FoldingCounts;
import io.commerceroutes.domain.metrics.HandledEvents;
import io.commerceroutes.domain.metrics.ProductMetrics;
import io.commerceroutes.domain.metrics.ProductNames;
import io.commerceroutes.domain.metrics.UncountableException;
import io.commerceroutes.routes.transaction.Transactions;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.IdempotentRepository;

/**
 * Counts the events of a batch: in one transaction where it can, without those counted before where it must, and in
 * ever smaller parts where one of them cannot be stored.
 */
public class CountEventsRoute extends RouteBuilder {
    public static final String COUNT_BATCH = "count-batch";
    public static final String RETRY_COUNTING = "retry-counting";
    public static final String COUNT_EVENTS = "count-events";
    public static final String MARK_HANDLED = "mark-handled";
    public static final String RENAME_PRODUCT = "rename-product";
    public static final String ADD_COUNTS = "add-counts";
    public static final String RAISE_REVISIONS = "raise-revisions";
    public static final String DROP_HANDLED = "drop-handled";
    public static final String HALVE_PART = "halve-part";

    private final HandledEvents handled;
    private final IdempotentRepository handledOnes;
    private final ProductNames names;
    private final ProductMetrics metrics;

    /** Takes the handled events twice: for batches, and in the shape that the idempotent consumer knows. */
    public CountEventsRoute(
            HandledEvents handled, IdempotentRepository handledOnes, ProductNames names, ProductMetrics metrics) {
        this.handled = handled;
        this.handledOnes = handledOnes;
        this.names = names;
        this.metrics = metrics;
    }

    @Override
    public void configure() {
        // spotless:off
        from(direct(COUNT_BATCH))
            .routeId(COUNT_BATCH)
            .routeDescription("Counts a batch part by part, down to the guilty record where one fails for good.")
            .loopDoWhile(exchange -> EventBatch.of(exchange).hasPart()).id("while-parts-remain")
                .process(exchange -> EventBatch.of(exchange).takePart()).id("take-part")
                .doTry()
                    .to(direct(RETRY_COUNTING)).id("to-" + RETRY_COUNTING)
                .doCatch(AlreadyHandledException.class)
                    .process(exchange -> dropHandled(EventBatch.of(exchange))).id(DROP_HANDLED)
                .doCatch(UncountableException.class)
                    .process(exchange -> EventBatch.of(exchange).halvePart()).id(HALVE_PART)
                .end()
            .end();

        from(direct(RETRY_COUNTING))
            .routeId(RETRY_COUNTING)
            .routeDescription("Counts again after what passes: deadlocks, locks, a database that is away.")
            .routeConfigurationId(COUNTING_ERRORS)
            .to(direct(COUNT_EVENTS)).id("to-" + COUNT_EVENTS);

        from(direct(COUNT_EVENTS))
            .routeId(COUNT_EVENTS)
            .routeDescription("Marks events as handled and adds their counts, in one transaction.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .process(exchange -> markHandled(EventBatch.of(exchange))).id(MARK_HANDLED)
            .split().exchange(exchange -> EventBatch.of(exchange).partNameChanges()).stopOnException().id("each-name")
                .idempotentConsumer(simple("${body.key}"), handledOnes).removeOnFailure(false).id("name-once")
                    .bean(names, "rename").id(RENAME_PRODUCT)
                .end()
            .end()
            .process(exchange -> addCounts(EventBatch.of(exchange))).id(ADD_COUNTS)
            .process(exchange -> raiseRevisions(EventBatch.of(exchange))).id(RAISE_REVISIONS);
        // spotless:on
    }

    private void dropHandled(EventBatch batch) {
        batch.dropHandled(handled.handledAmong(batch.partKeys()));
    }

    private void markHandled(EventBatch batch) {
        handled.markAll(batch.partCountables().stream()
                .map(countable -> countable.key())
                .toList());
    }

    private void addCounts(EventBatch batch) {
        metrics.add(FoldingCounts.fold(batch.partCountables()));
    }

    /** Comes last: the rows that all transactions of a day share are locked for the shortest time. */
    private void raiseRevisions(EventBatch batch) {
        metrics.raiseRevisions(FoldingCounts.daysOf(batch.partCountables()));
    }
}
