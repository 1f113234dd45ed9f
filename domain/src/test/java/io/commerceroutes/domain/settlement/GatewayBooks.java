package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.settlement.CardTransaction.Status;
import io.commerceroutes.domain.settlement.Finding.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the gateway itself has of one order, for tests; its truth, whatever we were told of it. */
final class GatewayBooks {
    private static final class Entry {
        private Status status = Status.PENDING;
        private long captured;
        private long refunded;
    }

    private final List<Entry> entries = new ArrayList<>();

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** A new transaction's key. */
    String enter() {
        entries.add(new Entry());
        return "T" + entries.size();
    }

    void approve(String key, long won) {
        entry(key).status = Status.SUCCESS;
        entry(key).captured = won;
    }

    void decline(String key) {
        entry(key).status = Status.FAILED;
    }

    void refund(String key) {
        entry(key).refunded = entry(key).captured;
    }

    long won() {
        return entries.stream()
                .mapToLong(entry -> entry.captured - entry.refunded)
                .sum();
    }

    List<Report> reports() {
        List<Report> reports = new ArrayList<>();
        for (Entry entry : entries) {
            reports.add(new Report(
                    "T" + (reports.size() + 1), entry.status, Optional.of(Money.of(entry.captured)), Optional.empty()));
        }
        return reports;
    }

    private Entry entry(String key) {
        return entries.get(Integer.parseInt(key.substring(1)) - 1);
    }
}
