package io.commerceroutes.routes.product;

import static io.commerceroutes.routes.event.BackgroundErrors.BACKGROUND_ERRORS;

import io.commerceroutes.domain.product.ViewedProducts;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * Counts which products are viewed most, for the next start to have them at hand: views are gathered for a moment and
 * counted together. What does not fit in, or cannot be counted now, is lost.
 */
public class CountViewsRoute extends RouteBuilder {
    public static final String COUNT_VIEWS = "count-views";
    static final String UNCOUNTED = "seda:" + COUNT_VIEWS
            + "?size={{commerce.views.queue-size}}&discardWhenFull=true&waitForTaskToComplete=Never";

    private final ViewedProducts viewed;

    public CountViewsRoute(ViewedProducts viewed) {
        this.viewed = viewed;
    }

    @Override
    public void configure() {
        // spotless:off
        from(UNCOUNTED)
            .routeId(COUNT_VIEWS)
            .routeDescription("Counts views together, so that the most viewed products are known at the next start.")
            .routeConfigurationId(BACKGROUND_ERRORS)
            .aggregate(constant(COUNT_VIEWS), CountViewsRoute::gather).id("gather-views")
                .completionSize("{{commerce.views.count-batch-size}}")
                .completionTimeout("{{commerce.views.count-timeout-millis}}")
                .bean(viewed, "count").id("count-gathered-views")
            .end();
        // spotless:on
    }

    private static Exchange gather(Exchange gathered, Exchange view) {
        long productId = view.getMessage().getBody(ProductJson.class).productId();
        Exchange all = gathered == null ? view : gathered;
        Map<Long, Long> views = gathered == null ? new HashMap<>() : views(gathered);
        views.merge(productId, 1L, Long::sum);
        all.getMessage().setBody(views);
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Map<Long, Long> views(Exchange gathered) {
        return gathered.getMessage().getBody(Map.class);
    }
}
