package io.commerceroutes.adapters.metrics;

import io.commerceroutes.domain.metrics.DayCount;
import io.commerceroutes.domain.metrics.EventKey;
import io.commerceroutes.domain.metrics.EventReading.Countable;
import io.commerceroutes.domain.metrics.FoldingCounts;
import io.commerceroutes.domain.metrics.ProductCounts;
import io.commerceroutes.domain.recount.RecountSums;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables {@code recount_event} and {@code product_metrics_recount}, each row of which is one recount's own. */
public class RecountSumTable implements RecountSums {
    /** Rows that one statement deletes, so that none runs for long. */
    private static final int DELETED_MAX = 10_000;

    private final JdbcTemplate jdbc;

    public RecountSumTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void begin(long recountId) {
        delete("recount_event WHERE recount_id <> ?", recountId);
        delete("product_metrics_recount WHERE recount_id <> ?", recountId);
    }

    @Override
    public int addOnce(long recountId, Collection<Countable> events) {
        Set<EventKey> first = new HashSet<>(
                meetOnce(recountId, events.stream().map(Countable::key).toList()));
        List<Countable> added =
                events.stream().filter(event -> first.remove(event.key())).toList();
        MultiRow.inChunks(FoldingCounts.fold(added), chunk -> upsert(recountId, chunk));
        return added.size();
    }

    @Override
    public List<EventKey> meetOnce(long recountId, Collection<EventKey> keys) {
        Set<EventKey> met = new KnownEvents(jdbc, "recount_event WHERE recount_id = " + recountId + " AND").among(keys);
        List<EventKey> first = keys.stream()
                .distinct()
                .filter(key -> !met.contains(key))
                .sorted()
                .toList();
        MultiRow.inChunks(first, chunk -> insert(recountId, chunk));
        return first;
    }

    @Override
    public Map<Long, ProductCounts> countsOf(long recountId, LocalDate day) {
        return jdbc
                .query(
                        "SELECT " + DayCounts.COLUMNS
                                + " FROM product_metrics_recount WHERE recount_id = ? AND metric_date = ?",
                        (row, index) -> DayCounts.of(row),
                        recountId,
                        day)
                .stream()
                .collect(Collectors.toMap(DayCount::productId, DayCount::counts));
    }

    @Override
    public void end(long recountId) {
        delete("recount_event WHERE recount_id = ?", recountId);
    }

    private void delete(String which, long recountId) {
        int deleted;
        do {
            deleted = jdbc.update("DELETE FROM " + which + " LIMIT " + DELETED_MAX, recountId);
        } while (deleted == DELETED_MAX);
    }

    private void insert(long recountId, List<EventKey> keys) {
        List<Object> values = new ArrayList<>(keys.size() * 3);
        keys.forEach(key -> values.addAll(List.of(recountId, key.day(), EventIds.toBytes(key.id()))));
        jdbc.update(
                "INSERT INTO recount_event (recount_id, event_day, event_id) VALUES "
                        + MultiRow.placeholders(keys.size(), 3),
                values.toArray());
    }

    private void upsert(long recountId, List<DayCount> changes) {
        List<Object> values = new ArrayList<>(changes.size() * 8);
        changes.forEach(change -> {
            values.add(recountId);
            values.addAll(DayCounts.values(change));
        });
        jdbc.update(
                "INSERT INTO product_metrics_recount (recount_id, " + DayCounts.COLUMNS + ") VALUES "
                        + MultiRow.placeholders(changes.size(), 8) + DayCounts.ADD_UP,
                values.toArray());
    }
}
