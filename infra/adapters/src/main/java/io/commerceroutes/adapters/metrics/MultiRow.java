package io.commerceroutes.adapters.metrics;

import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Multi-row statements: their placeholders, and lists cut so that no statement grows without bound. */
final class MultiRow {
    static final int ROWS_MAX = 1_000;

    private MultiRow() {}

    /** {@code (?, ?), (?, ?)} for two rows of two columns. */
    static String placeholders(int rows, int columns) {
        String row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        return String.join(", ", Collections.nCopies(rows, row));
    }

    static <T> void inChunks(List<T> rows, Consumer<List<T>> statement) {
        for (int from = 0; from < rows.size(); from += ROWS_MAX) {
            statement.accept(rows.subList(from, Math.min(from + ROWS_MAX, rows.size())));
        }
    }
}
