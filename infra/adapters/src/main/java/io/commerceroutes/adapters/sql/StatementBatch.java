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
    private static final int ANY = -1;

    private final StringBuilder sql = new StringBuilder(1024);
    private final List<Object> values = new ArrayList<>();
    private final List<Integer> expectedRows = new ArrayList<>();

    /** A statement that must match exactly {@code rows} rows. */
    public StatementBatch update(int rows, String statement, Object... bound) {
        append(statement, rows);
        Collections.addAll(values, bound);
        return this;
    }

    /** A statement that may match any number of rows. */
    public StatementBatch updateAny(String statement, Object... bound) {
        return update(ANY, statement, bound);
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

    /**
     * @return how many rows each statement matched, in the order given
     * @throws IllegalStateException if a statement matched another number of rows than it must
     */
    public List<Integer> execute(JdbcOperations jdbc) {
        if (expectedRows.isEmpty()) {
            return List.of();
        }
        return jdbc.execute((ConnectionCallback<List<Integer>>) connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
                for (int i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                statement.execute();
                return counts(statement);
            }
        });
    }

    private void append(String statement, int rows) {
        sql.append(expectedRows.isEmpty() ? "" : ";\n").append(statement);
        expectedRows.add(rows);
    }

    private List<Integer> counts(PreparedStatement statement) throws SQLException {
        List<Integer> counts = new ArrayList<>(expectedRows.size());
        for (int i = 0; i < expectedRows.size(); i++) {
            int expected = expectedRows.get(i);
            int matched = statement.getUpdateCount();
            if (expected != ANY && matched != expected) {
                throw new IllegalStateException("Statement %d of %d matched %d rows, not %d"
                        .formatted(i + 1, expectedRows.size(), matched, expected));
            }
            counts.add(matched);
            statement.getMoreResults();
        }
        return counts;
    }
}
