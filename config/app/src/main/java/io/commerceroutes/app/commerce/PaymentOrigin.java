package io.commerceroutes.app.commerce;

import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.RECONCILE_PAYMENT;

import io.commerceroutes.adapters.settlement.PaymentTraces;
import io.commerceroutes.app.trace.SpanOrigin;
import io.commerceroutes.app.trace.SpanStart;
import io.commerceroutes.app.trace.Traceparent;
import io.commerceroutes.routes.payment.PaymentVariables;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import java.util.List;
import org.apache.camel.Exchange;

/**
 * What becomes of a payment belongs to the trace of its order, whoever had it looked at; linked to the gateway's call, if
 * it was that.
 */
class PaymentOrigin implements SpanOrigin {
    private final PaymentTraces traces;

    PaymentOrigin(PaymentTraces traces) {
        this.traces = traces;
    }

    @Override
    public String routeId() {
        return RECONCILE_PAYMENT;
    }

    @Override
    public SpanStart of(Exchange exchange, SpanContext caller) {
        String orderId = exchange.getVariable(PaymentVariables.ORDER_ID, String.class);
        List<SpanContext> links = caller.isSampled() ? List.of(caller) : List.of();
        return traces.traceparentOf(orderId)
                .flatMap(Traceparent::read)
                .map(order -> new SpanStart(order, links, Attributes.empty()))
                .orElseGet(() -> SpanStart.below(caller));
    }
}
