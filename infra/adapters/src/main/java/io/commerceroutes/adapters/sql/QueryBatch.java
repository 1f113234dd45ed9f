package io.commerceroutes.adapters.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/** Queries that go to the server together, in one round trip, and lock in the order given. Needs {@code allowMultiQueries}. */
public final class QueryBatch {
    private final StringBuilder sql = new StringBuilder(512);
    private final List<Object> values = new ArrayList<>();
    private final List<RowReader> readers = new ArrayList<>();

    /** Takes one row into account. */
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /**
     * A query over a list of ids; none if the list is empty.
     *
     * @param query has {@code (:ids)} once
     */
    public QueryBatch query(String query, Collection<?> ids, RowReader reader) {
        if (!ids.isEmpty()) {
            String marks = "(" + String.join(",", Collections.nCopies(ids.size(), "?")) + ")";
            select(query.replace("(:ids)", marks), ids, reader);
        }
        return this;
    }

    /** A query with a mark for each value. */
    public QueryBatch select(String query, Collection<?> bound, RowReader reader) {
        sql.append(readers.isEmpty() ? "" : ";\n").append(query);
        values.addAll(bound);
        readers.add(reader);
        return this;
    }

    public void execute(JdbcOperations jdbc) {
        if (!readers.isEmpty()) {
            jdbc.execute((ConnectionCallback<Void>) connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
                    for (int i = 0; i < values.size(); i++) {
                        statement.setObject(i + 1, values.get(i));
                    }
                    statement.execute();
                    readAll(statement);
                }
                return null;
            });
        }
    }

    private void readAll(PreparedStatement statement) throws SQLException {
        for (RowReader reader : readers) {
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
            statement.getMoreResults();
        }
    }
}
