package io.commerceroutes.app.metering;

import io.commerceroutes.routes.observation.Figures;
import io.commerceroutes.routes.observation.ObserveCommerceRoute;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What operators see of the transaction side's business. */
@Configuration(proxyBeanMethods = false)
@Import({OrderMetrics.class, ObserveCommerceRoute.class})
public class CommerceMetering {
    private static final String DATABASE = ObserveCommerceRoute.DATABASE;
    private static final String AUDIT = "audit";

    @Bean
    Figures figures(MeterRegistry meters, Clock clock) {
        return new ObservedFigures(meters, clock)
                .from(DATABASE)
                .from(AUDIT)
                .show(
                        DATABASE,
                        "commerce.payments.unsettled",
                        "status",
                        List.of("PENDING", "REQUESTED", "UNKNOWN", "REFUNDING", "REFUND_FAILED"))
                .show(DATABASE, "commerce.payments.undecided.age.seconds")
                .show(DATABASE, "commerce.outbox.events")
                .show(DATABASE, "commerce.outbox.age.seconds")
                .show(
                        AUDIT,
                        "commerce.invariant.violations",
                        "invariant",
                        List.of("stock", "points", "coupons", "payments", "events", "catalogue", "gateway"));
    }

    /** As publish-view counts them, and there from the start. */
    @Bean
    MeterBinder lostViews(@Value("${camel.main.name}") String camelContext) {
        return meters -> List.of("queue-full", "kafka")
                .forEach(cause -> meters.counter("commerce.views.lost", "camelContext", camelContext, "cause", cause));
    }
}
