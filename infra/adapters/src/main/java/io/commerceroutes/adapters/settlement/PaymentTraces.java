package io.commerceroutes.adapters.settlement;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/** The traces that card payments were ordered in, for what is done about them later. */
public class PaymentTraces {
    private static final String TRACEPARENT =
            "SELECT traceparent FROM payment WHERE order_id = ? AND traceparent IS NOT NULL";

    private final JdbcOperations jdbc;

    public PaymentTraces(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** In the form of W3C Trace Context; none for an order that is paid otherwise, or was placed outside any trace. */
    public Optional<String> traceparentOf(String orderId) {
        List<String> found = jdbc.queryForList(TRACEPARENT, String.class, orderId);
        return found.stream().findFirst();
    }
}
