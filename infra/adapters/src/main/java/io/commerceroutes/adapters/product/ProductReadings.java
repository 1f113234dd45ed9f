package io.commerceroutes.adapters.product;

import io.commerceroutes.adapters.sql.LikePattern;
import io.commerceroutes.adapters.sql.QueryBatch;
import io.commerceroutes.adapters.sql.Turns;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.product.SearchText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads all products that a list has: those of a text by the parts of names, others from the index in their order. */
class ProductReadings implements ProductSource {
    static final String REVISION = "SELECT revised_at FROM catalogue_revision";
    private static final int ROWS_HELD_MAX = 10_000;
    private static final int CHANGES_MAX = 1_000;
    static final String CHANGED = """
            SELECT p.id, p.brand_id, p.price, p.likes, p.search_name
            FROM product p FORCE INDEX (ix_product_changed) WHERE p.changed_at > ? ORDER BY p.changed_at LIMIT ?""";

    /** Candidates first, whatever the optimiser thinks: the other way round it would read every product. */
    static final String NAMED = """
            SELECT p.id, p.brand_id, p.price, p.likes
            FROM (SELECT DISTINCT product_id FROM product_name_part WHERE part LIKE ? ESCAPE '!') c
                 STRAIGHT_JOIN product p ON p.id = c.product_id
            WHERE p.search_name LIKE ? ESCAPE '!'
            ORDER BY p.id DESC""";

    private final JdbcOperations jdbc;
    private final Turns lookUps;
    private final Turns readings;

    ProductReadings(JdbcOperations jdbc, Turns lookUps, Turns readings) {
        this.jdbc = jdbc;
        this.lookUps = lookUps;
        this.readings = readings;
    }

    @Override
    public Found read(Reading reading) {
        return readings.take(() -> switch (reading) {
            case Reading.OfText named -> named(named.text());
            case Reading.InOrder ordered -> ordered(ordered);
        });
    }

    private Found named(SearchText text) {
        Rows rows = read(
                NAMED,
                List.of(LikePattern.startingWith(text.head()), LikePattern.containing(text.text())),
                NamedProducts.COLUMNS);
        return new Found(new NamedProducts(text, rows.values), rows.revision);
    }

    private Found ordered(Reading.InOrder reading) {
        Rows rows = read(
                CardOrder.of(reading.sort()).ids(reading.brandId().isPresent()),
                reading.brandId().stream().toList(),
                OrderedIds.COLUMNS);
        return new Found(new OrderedIds(reading, rows.values), rows.revision);
    }

    private record Rows(long[] values, Instant revision) {}

    /**
     * The revision comes first, so that what is read under it is of that state or a later one. A few rows come with it in
     * one round trip; more are read as they come, for the driver would otherwise hold them all.
     */
    private Rows read(String sql, List<?> bound, int columns) {
        List<Instant> revision = new ArrayList<>(1);
        LongStream.Builder few = LongStream.builder();
        new QueryBatch()
                .select(REVISION, List.of(), row -> revision.add(Utc.instant(row, "revised_at")))
                .select(sql + " LIMIT " + (ROWS_HELD_MAX + 1), bound, row -> add(row, columns, few))
                .execute(jdbc);
        long[] values = few.build().toArray();
        if (values.length > ROWS_HELD_MAX * columns) {
            values = stream(sql, bound, columns);
        }
        return new Rows(values, revision.getFirst());
    }

    private long[] stream(String sql, List<?> bound, int columns) {
        LongStream.Builder all = LongStream.builder();
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(sql);
                    statement.setFetchSize(Integer.MIN_VALUE);
                    for (int i = 0; i < bound.size(); i++) {
                        statement.setObject(i + 1, bound.get(i));
                    }
                    return statement;
                },
                (RowCallbackHandler) row -> add(row, columns, all));
        return all.build().toArray();
    }

    private static void add(ResultSet row, int columns, LongStream.Builder values) throws SQLException {
        for (int column = 1; column <= columns; column++) {
            values.add(row.getLong(column));
        }
    }

    @Override
    public Optional<List<ChangedProduct>> changedSince(Instant revision) {
        return lookUps.take(() -> changedAfter(revision));
    }

    private Optional<List<ChangedProduct>> changedAfter(Instant revision) {
        List<ChangedProduct> changed = new ArrayList<>();
        new QueryBatch()
                .select(
                        CHANGED,
                        List.of(Utc.of(revision), CHANGES_MAX + 1),
                        row -> changed.add(new ChangedProduct(
                                row.getLong("id"),
                                row.getLong("brand_id"),
                                row.getLong("price"),
                                row.getLong("likes"),
                                row.getString("search_name"))))
                .execute(jdbc);
        return changed.size() > CHANGES_MAX ? Optional.empty() : Optional.of(changed);
    }
}
