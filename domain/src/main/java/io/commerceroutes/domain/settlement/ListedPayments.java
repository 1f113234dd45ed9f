package io.commerceroutes.domain.settlement;

import java.util.List;

/** A page of payments, and how many there are on all pages. */
public record ListedPayments(List<ListedPayment> payments, long totalCount) {
    public ListedPayments {
        payments = List.copyOf(payments);
    }
}
