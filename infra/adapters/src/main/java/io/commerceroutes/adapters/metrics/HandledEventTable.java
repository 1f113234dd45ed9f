package io.commerceroutes.adapters.metrics;

import io.commerceroutes.domain.metrics.AlreadyHandledException;
import io.commerceroutes.domain.metrics.EventKey;
import io.commerceroutes.domain.metrics.HandledEvents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The table {@code event_handled}, for single events as Camel's idempotent repository (keys are the text form of
 * {@link EventKey}) and for batches in one statement. Marks are plain inserts that join the caller's transaction, so a
 * mark exists exactly when its effect does.
 */
public class HandledEventTable extends ServiceSupport implements HandledEvents, IdempotentRepository {
    private final JdbcTemplate jdbc;

    public HandledEventTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void markAll(Collection<EventKey> keys) {
        List<EventKey> sorted = keys.stream().sorted().toList();
        try {
            MultiRow.inChunks(sorted, this::insert);
        } catch (DuplicateKeyException duplicate) {
            throw new AlreadyHandledException(duplicate);
        }
    }

    @Override
    public Set<EventKey> handledAmong(Collection<EventKey> keys) {
        return new KnownEvents(jdbc, "event_handled WHERE").among(keys);
    }

    @Override
    public boolean add(String key) {
        try {
            insert(List.of(EventKey.parse(key)));
            return true;
        } catch (DuplicateKeyException duplicate) {
            return false;
        }
    }

    @Override
    public boolean contains(String key) {
        return !handledAmong(List.of(EventKey.parse(key))).isEmpty();
    }

    @Override
    public boolean remove(String key) {
        EventKey event = EventKey.parse(key);
        return jdbc.update(
                        "DELETE FROM event_handled WHERE event_day = ? AND event_id = ?",
                        event.day(),
                        EventIds.toBytes(event.id()))
                == 1;
    }

    /** Marks count from the insert on; the transaction confirms them. */
    @Override
    public boolean confirm(String key) {
        return true;
    }

    /** Refused: forgetting what was handled would count it again. */
    @Override
    public void clear() {
        throw new UnsupportedOperationException("Handled events are not forgotten by hand");
    }

    private void insert(List<EventKey> keys) {
        List<Object> values = new ArrayList<>(keys.size() * 2);
        keys.forEach(key -> {
            values.add(key.day());
            values.add(EventIds.toBytes(key.id()));
        });
        jdbc.update(
                "INSERT INTO event_handled (event_day, event_id) VALUES " + MultiRow.placeholders(keys.size(), 2),
                values.toArray());
    }
}
