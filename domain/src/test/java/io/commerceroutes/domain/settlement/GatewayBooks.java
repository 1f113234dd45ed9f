package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.settlement.CardTransaction.Status;
import io.commerceroutes.domain.settlement.Finding.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What the gateway itself has of one order, for tests; its truth, whatever we were told of it. */
record GatewayBooks(List<Entry> entries) {
    static final GatewayBooks EMPTY = new GatewayBooks(List.of());

    record Entry(String key, Status status, long captured, long refunded) {
        boolean isPending() {
            return status == Status.PENDING;
        }

        /** Whether it has money that did not go back. */
        boolean isKept() {
            return captured > refunded;
        }
    }

    GatewayBooks {
        entries = List.copyOf(entries);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** With one transaction more, of the next key. */
    GatewayBooks entered() {
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(nextKey(), Status.PENDING, 0, 0));
        return new GatewayBooks(more);
    }

    String nextKey() {
        return "T" + (entries.size() + 1);
    }

    GatewayBooks approved(String key, long won) {
        return changed(key, entry -> new Entry(key, Status.SUCCESS, won, 0));
    }

    GatewayBooks declined(String key) {
        return changed(key, entry -> new Entry(key, Status.FAILED, 0, 0));
    }

    GatewayBooks refunded(String key) {
        return changed(key, entry -> new Entry(key, entry.status(), entry.captured(), entry.captured()));
    }

    long won() {
        return entries.stream()
                .mapToLong(entry -> entry.captured() - entry.refunded())
                .sum();
    }

    Entry entry(String key) {
        return entries.get(index(key));
    }

    boolean has(String key) {
        return IntStream.range(0, entries.size()).anyMatch(i -> i == index(key));
    }

    List<Report> reports() {
        return entries.stream()
                .map(entry -> new Report(
                        entry.key(), entry.status(), Optional.of(Money.of(entry.captured())), Optional.empty()))
                .toList();
    }

    private GatewayBooks changed(String key, UnaryOperator<Entry> change) {
        List<Entry> changed = new ArrayList<>(entries);
        changed.set(index(key), change.apply(entry(key)));
        return new GatewayBooks(changed);
    }

    private static int index(String key) {
        return Integer.parseInt(key.substring(1)) - 1;
    }
}
