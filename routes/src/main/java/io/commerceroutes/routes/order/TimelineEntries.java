package io.commerceroutes.routes.order;

import io.commerceroutes.domain.order.Orders;
import io.commerceroutes.domain.settlement.PaymentHistory;
import io.commerceroutes.domain.settlement.TimelineEntry;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Caller;
import io.commerceroutes.routes.http.Page;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Exchange;

/** Between HTTP and the histories of orders. */
public class TimelineEntries {
    private final Caller caller;
    private final Orders orders;
    private final PaymentHistory history;

    public TimelineEntries(Caller caller, Orders orders, PaymentHistory history) {
        this.caller = caller;
        this.orders = orders;
        this.history = history;
    }

    record TimelineLine(Instant at, String type, String detail) {
        static TimelineLine of(TimelineEntry entry) {
            return new TimelineLine(entry.at(), entry.type(), entry.detail().orElse(null));
        }
    }

    void requireOwn(Exchange exchange) {
        if (orders.findOwn(orderId(exchange), caller.userId()).isEmpty()) {
            throw ApiProblem.notFound("ORDER");
        }
    }

    void answer(Exchange exchange) {
        List<TimelineLine> lines = history.timeline(orderId(exchange)).stream()
                .map(TimelineLine::of)
                .toList();
        if (lines.isEmpty()) {
            throw ApiProblem.notFound("ORDER");
        }
        Answer.with(exchange, 200, new Page<>(lines, 0, lines.size(), lines.size()));
    }

    private static String orderId(Exchange exchange) {
        return exchange.getMessage().getHeader("orderId", String.class);
    }
}
