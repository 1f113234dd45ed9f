package io.commerceroutes.app.trace;

import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;

import io.opentelemetry.api.trace.Span;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.NamedRoute;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/**
 * Has each route work within the flow that called it, through queues and on other threads too: a place of its own in the
 * trace, marked log lines, and nothing left on the thread when it is done.
 */
final class RouteFlows implements RoutePolicyFactory {
    private static final String STEP = "commerce.trace.step";

    private final CurrentFlow current;
    private final RouteSpans spans;
    private final Set<String> apart;

    /** @param apart routes that work for many: whoever happened to wake them did not call them */
    RouteFlows(CurrentFlow current, RouteSpans spans, Set<String> apart) {
        this.current = current;
        this.spans = spans;
        this.apart = Set.copyOf(apart);
    }

    /**
     * One run of a route.
     *
     * @param thread where it began
     * @param before what that thread worked on until then
     * @param caller the run that called it, or had it queued
     */
    private record Step(Flow flow, Span span, Thread thread, Optional<Flow> before, Optional<Step> caller) {
        /** What this thread goes on with after it. */
        Optional<Flow> afterwards() {
            return thread == Thread.currentThread() ? before : caller.map(Step::flow);
        }
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        if (route instanceof NamedRoute entry && entry.isCreatedFromRest()) {
            // It does nothing but hand the request over.
            return null;
        }
        return new RoutePolicySupport() {
            @Override
            public void onExchangeBegin(Route begun, Exchange exchange) {
                begin(routeId, exchange);
            }

            @Override
            public void onExchangeDone(Route done, Exchange exchange) {
                end(exchange);
            }
        };
    }

    /** The flow of the route that the exchange is in. */
    static Optional<Flow> of(Exchange exchange) {
        return step(exchange).map(Step::flow);
    }

    private void begin(String routeId, Exchange exchange) {
        Optional<Flow> before = current.get();
        Optional<Step> caller = apart.contains(routeId) ? Optional.empty() : step(exchange);
        Flow calling = caller.map(Step::flow)
                .or(() -> apart.contains(routeId) ? Optional.empty() : before)
                .orElseGet(Flow::uncalled);
        Span span = spans.begin(routeId, exchange, calling.place());
        Flow flow = calling.at(span.getSpanContext());
        orderOf(exchange).ifPresent(flow::isAbout);
        exchange.setProperty(STEP, new Step(flow, span, Thread.currentThread(), before, caller));
        current.enter(flow);
    }

    private void end(Exchange exchange) {
        step(exchange).ifPresent(step -> {
            Optional<String> order = orderOf(exchange);
            order.ifPresent(step.flow()::isAbout);
            RouteSpans.end(step.span(), step.flow(), exchange);
            step.caller()
                    .ifPresentOrElse(caller -> exchange.setProperty(STEP, caller), () -> exchange.removeProperty(STEP));
            step.afterwards().ifPresentOrElse(flow -> goBack(flow, order), current::leave);
        });
    }

    /** What the route was about, the rest of what called it is about too. */
    private void goBack(Flow calling, Optional<String> order) {
        order.ifPresent(calling::isAbout);
        current.enter(calling);
    }

    private static Optional<Step> step(Exchange exchange) {
        return Optional.ofNullable(exchange.getProperty(STEP, Step.class));
    }

    private static Optional<String> orderOf(Exchange exchange) {
        return Optional.ofNullable(exchange.getVariable(ORDER_ID, String.class));
    }
}
