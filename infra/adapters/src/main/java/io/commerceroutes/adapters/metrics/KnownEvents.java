package io.commerceroutes.adapters.metrics;

import io.commerceroutes.domain.metrics.EventKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks a table of events which of them it has, day by day, as its key and its partitions are. */
final class KnownEvents {
    private final JdbcTemplate jdbc;
    private final String select;

    /** @param fromAndWhere the table, and a condition that ends with {@code AND} or is just {@code WHERE} */
    KnownEvents(JdbcTemplate jdbc, String fromAndWhere) {
        this.jdbc = jdbc;
        this.select = "SELECT event_id FROM " + fromAndWhere + " event_day = ? AND event_id IN ";
    }

    Set<EventKey> among(Collection<EventKey> keys) {
        Map<LocalDate, List<EventKey>> byDay = keys.stream().collect(Collectors.groupingBy(EventKey::day));
        Set<EventKey> known = new HashSet<>();
        byDay.forEach((day, ofDay) -> MultiRow.inChunks(ofDay, chunk -> known.addAll(select(day, chunk))));
        return known;
    }

    private List<EventKey> select(LocalDate day, List<EventKey> keys) {
        List<Object> values = new ArrayList<>(keys.size() + 1);
        values.add(day);
        keys.forEach(key -> values.add(EventIds.toBytes(key.id())));
        return jdbc.query(
                select + MultiRow.placeholders(1, keys.size()),
                (row, index) -> new EventKey(day, EventIds.fromBytes(row.getBytes(1))),
                values.toArray());
    }
}
