package io.commerceroutes.app.trace;

import static io.commerceroutes.routes.event.RelayOutboxRoute.RELAY_OUTBOX;
import static io.commerceroutes.routes.product.CountViewsRoute.COUNT_VIEWS;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** Has each flow marked in the log and in its events, traced or not; {@link SpanExport} adds the spans. */
@Configuration(proxyBeanMethods = false)
@Import(SpanExport.class)
public class TracingConfiguration {
    private static final Set<String> APART = Set.of(RELAY_OUTBOX, COUNT_VIEWS);

    @Bean
    CurrentFlow currentFlow() {
        return new CurrentFlow();
    }

    @Bean
    @ConditionalOnMissingBean
    Tracer tracer() {
        return TracerProvider.noop().get("");
    }

    @Bean
    @ConditionalOnMissingBean
    RouteSpans routeSpans(Tracer tracer) {
        return new RouteSpans(tracer, List.of());
    }

    @Bean
    FilterRegistrationBean<RequestFlow> requestFlow(Tracer tracer, CurrentFlow current) {
        FilterRegistrationBean<RequestFlow> registration =
                new FilterRegistrationBean<>(new RequestFlow(tracer, current));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    RouteFlows routeFlows(CurrentFlow current, RouteSpans spans) {
        return new RouteFlows(current, spans, APART);
    }

    @Bean
    ThreadChanges threadChanges(CurrentFlow current) {
        return new ThreadChanges(current);
    }
}
