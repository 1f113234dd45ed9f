package io.commerceroutes.adapters.order;

import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.order.OrderFilter;
import java.util.ArrayList;
import java.util.List;

/** The condition for the orders that a filter asks for, and its values; one index answers it, whatever is asked for. */
record OrderSelection(String condition, List<Object> values) {
    static OrderSelection of(OrderFilter filter) {
        StringBuilder condition = new StringBuilder("FROM orders WHERE user_id = ?");
        List<Object> values = new ArrayList<>();
        values.add(filter.userId());
        filter.from().ifPresent(from -> {
            condition.append(" AND created_at >= ?");
            values.add(Utc.of(from));
        });
        filter.until().ifPresent(until -> {
            condition.append(" AND created_at < ?");
            values.add(Utc.of(until));
        });
        filter.status().ifPresent(status -> {
            condition.append(" AND status = ?");
            values.add(status.name());
        });
        return new OrderSelection(condition.toString(), List.copyOf(values));
    }

    String count() {
        return "SELECT COUNT(*) " + condition;
    }

    /** Takes limit and offset as its last two values. */
    String page() {
        return "SELECT id " + condition + " ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?";
    }
}
