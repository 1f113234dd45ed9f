package io.commerceroutes.routes.event;

import static io.commerceroutes.routes.event.BackgroundErrors.BACKGROUND_ERRORS;

import io.commerceroutes.domain.event.Outbox;
import io.commerceroutes.domain.event.OutboxEvent;
import io.commerceroutes.domain.event.RelayRounds;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Predicate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.support.DefaultMessage;

/**
 * Outbox to Kafka, in batches: woken after each commit and by a tick. What Kafka has acknowledged is removed by the ids
 * that were read; after a failure nothing is, and the next run sends it again.
 */
public class RelayOutboxRoute extends RouteBuilder {
    public static final String RELAY_OUTBOX = "relay-outbox";
    public static final String TICK_RELAY = "tick-relay";
    /** Wakes the relay; a wake-up while one is waiting already is the same. */
    public static final String WAKE_RELAY =
            "seda:" + RELAY_OUTBOX + "?size=1&discardWhenFull=true&waitForTaskToComplete=Never";

    private static final String BATCH = "batch";

    private final Outbox outbox;
    private final int shardLimit;

    /** @param shardLimit how many events of one shard are sent in one batch */
    public RelayOutboxRoute(Outbox outbox, int shardLimit) {
        this.outbox = outbox;
        this.shardLimit = shardLimit;
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:" + TICK_RELAY + "?period={{commerce.relay.tick-millis}}&delay=0")
            .routeId(TICK_RELAY)
            .routeDescription("Wakes the relay by the clock.")
            .to(WAKE_RELAY).id("wake-relay-by-tick");

        from(WAKE_RELAY)
            .routeId(RELAY_OUTBOX)
            .routeDescription("Sends the outbox to Kafka in rounds, each shard in its order.")
            .routeConfigurationId(BACKGROUND_ERRORS)
            .bean(outbox, "lease").id("lease-shards")
            .setBody().body(Set.class, this::oldest).id("read-oldest")
            .setVariable(BATCH, body()).id("keep-batch")
            .split().exchange(exchange -> RelayRounds.of(batch(exchange))).stopOnException().id("split-rounds")
                .process(this::toMessages).id("make-messages")
                .to("kafka:{{commerce.topics.orders}}?synchronous=true&batchWithIndividualHeaders=true").id("send-round")
            .end()
            .process(this::removeSent).id("remove-sent")
            .filter(moreIsWaiting())
                .to(WAKE_RELAY).id("wake-relay-for-more")
            .end();
        // spotless:on
    }

    @SuppressWarnings("unchecked")
    private List<OutboxEvent> oldest(Set<?> shards) {
        return outbox.oldest((Set<Integer>) shards, shardLimit);
    }

    private void toMessages(Exchange exchange) {
        List<OutboxEvent> round = events(exchange.getMessage().getBody(List.class));
        exchange.getMessage()
                .setBody(round.stream()
                        .map(event -> message(exchange.getContext(), event))
                        .toList());
    }

    private static Message message(CamelContext context, OutboxEvent event) {
        Message message = new DefaultMessage(context);
        CloudEvents.describe(message, event.eventId(), event.type(), event.time(), event.traceparent());
        message.setHeader(KafkaConstants.OVERRIDE_TOPIC, event.topic());
        message.setHeader(KafkaConstants.KEY, event.key());
        message.setBody(event.payload());
        return message;
    }

    private void removeSent(Exchange exchange) {
        outbox.remove(batch(exchange).stream().map(OutboxEvent::id).toList());
    }

    private Predicate moreIsWaiting() {
        return exchange -> batch(exchange).size() >= shardLimit;
    }

    private static List<OutboxEvent> batch(Exchange exchange) {
        return events(exchange.getVariable(BATCH, List.class));
    }

    @SuppressWarnings("unchecked")
    private static List<OutboxEvent> events(List<?> list) {
        return (List<OutboxEvent>) list;
    }
}
