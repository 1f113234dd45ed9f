package io.commerceroutes.domain.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Arranges events so that a key's next event leaves only after the one before it was acknowledged: round n has the
 * n-th event of every key. So Kafka holds each key's events in commit order even when a send fails half-way, and even
 * when two relays send the same rows, since whoever sends an event has seen the one before it acknowledged.
 */
public final class RelayRounds {
    private RelayRounds() {}

    /** @param events in commit order per key */
    public static List<List<OutboxEvent>> of(List<OutboxEvent> events) {
        record Key(String topic, String key) {}
        Map<Key, Integer> next = HashMap.newHashMap(events.size());
        List<List<OutboxEvent>> rounds = new ArrayList<>();
        for (OutboxEvent event : events) {
            int round = next.merge(new Key(event.topic(), event.key()), 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(event);
        }
        return rounds;
    }
}
