package io.commerceroutes.adapters.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Writes that go to the server together, in one round trip and in the order given. Needs a connection with
 * {@code allowMultiQueries}. Values are always bound, never part of the text.
 */
public final class StatementBatch {
    private final StringBuilder sql = new StringBuilder(1024);
    private final List<Object> values = new ArrayList<>();
    private final List<Integer> expectedRows = new ArrayList<>();

    /** A statement that must match exactly {@code rows} rows. */
    public StatementBatch update(int rows, String statement, Object... bound) {
        append(statement, rows);
        Collections.addAll(values, bound);
        return this;
    }

    /** One multi-row insert; none if there are no rows. */
    public StatementBatch insert(String insertInto, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            String row = "(" + String.join(",", Collections.nCopies(rows.getFirst().length, "?")) + ")";
            append(insertInto + " VALUES " + String.join(",", Collections.nCopies(rows.size(), row)), rows.size());
            rows.forEach(bound -> Collections.addAll(values, bound));
        }
        return this;
    }

    /** @throws IllegalStateException if a statement matched another number of rows than it must */
    public void execute(JdbcOperations jdbc) {
        if (!expectedRows.isEmpty()) {
            jdbc.execute((ConnectionCallback<Void>) connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
                    for (int i = 0; i < values.size(); i++) {
                        statement.setObject(i + 1, values.get(i));
                    }
                    statement.execute();
                    checkCounts(statement);
                }
                return null;
            });
        }
    }

    private void append(String statement, int rows) {
        sql.append(expectedRows.isEmpty() ? "" : ";\n").append(statement);
        expectedRows.add(rows);
    }

    private void checkCounts(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < expectedRows.size(); i++) {
            int matched = statement.getUpdateCount();
            if (matched != expectedRows.get(i)) {
                throw new IllegalStateException("Statement %d of %d matched %d rows, not %d"
                        .formatted(i + 1, expectedRows.size(), matched, expectedRows.get(i)));
            }
            statement.getMoreResults();
        }
    }
}
