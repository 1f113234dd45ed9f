package io.commerceroutes.routes.product;

import io.commerceroutes.domain.event.EventType;
import io.commerceroutes.domain.event.Identifiers;
import io.commerceroutes.domain.event.TraceContext;
import io.commerceroutes.routes.event.CloudEvents;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;

/**
 * Tells Kafka of product views, aside from the request that caused them: a bounded queue, and a bounded time to wait for
 * Kafka; what goes beyond is lost and counted, so that the shop goes on without it.
 */
public class PublishViewRoute extends RouteBuilder {
    public static final String PUBLISH_VIEW = "publish-view";
    public static final String HAND_OVER_VIEW = "hand-over-view";
    static final String VIEWED =
            "seda:" + PUBLISH_VIEW + "?size={{commerce.views.queue-size}}&waitForTaskToComplete=Never";
    static final String LOST_VIEWS = "commerce.views.lost";

    private final Identifiers identifiers;
    private final Clock clock;
    private final TraceContext trace;

    public PublishViewRoute(Identifiers identifiers, Clock clock, TraceContext trace) {
        this.identifiers = identifiers;
        this.clock = clock;
        this.trace = trace;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + HAND_OVER_VIEW)
            .routeId(HAND_OVER_VIEW)
            .routeDescription("Hands a view over to be published and counted, without waiting.")
            .errorHandler(noErrorHandler())
            .doTry()
                .to(VIEWED).id("queue-view")
            .doCatch(IllegalStateException.class)
                .to(lost("queue-full")).id("count-view-without-room")
            .end();

        from(VIEWED)
            .routeId(PUBLISH_VIEW)
            .routeDescription("Publishes views to Kafka; what does not get there is counted as lost.")
            .errorHandler(noErrorHandler())
            .to(CountViewsRoute.UNCOUNTED).id("hand-over-to-count")
            .doTry()
                .process(this::toEvent).id("make-view-event")
                .to("kafka:{{commerce.topics.catalog}}?deliveryTimeoutMs={{commerce.views.delivery-timeout-millis}}"
                        + "&lingerMs={{commerce.views.linger-millis}}"
                        + "&additional-properties[max.block.ms]={{commerce.views.block-millis}}").id("send-view")
            .doCatch(Exception.class)
                .to(lost("kafka")).id("count-view-not-sent")
            .end();
        // spotless:on
    }

    private static String lost(String cause) {
        return "micrometer:counter:%s?tags.cause=%s".formatted(LOST_VIEWS, cause);
    }

    private void toEvent(Exchange exchange) {
        Message view = exchange.getMessage();
        long productId = view.getBody(ProductJson.class).productId();
        view.removeHeaders("*");
        CloudEvents.describe(
                view, identifiers.next(), EventType.PRODUCT_VIEWED.wireName(), clock.instant(), trace.traceparent());
        view.setHeader(KafkaConstants.KEY, Long.toString(productId));
        view.setBody("{\"productId\":" + productId + "}");
    }
}
