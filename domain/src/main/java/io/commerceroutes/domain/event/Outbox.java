package io.commerceroutes.domain.event;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Events that were committed with their state and have yet to leave. */
public interface Outbox {
    /** Number of shards; the events of one key are all in one shard. */
    int SHARDS = 16;

    static int shardOf(String key) {
        return Math.floorMod(key.hashCode(), SHARDS);
    }

    /** Leases the shards that are free, or ours already, and answers all that are now ours. */
    Set<Integer> lease();

    /** Gives our leases back, so that another relay need not wait for them to end. */
    void release();

    /** The oldest events of these shards, up to {@code limitPerShard} of each, in commit order per key. */
    List<OutboxEvent> oldest(Set<Integer> shards, int limitPerShard);

    /** Removes events that Kafka has acknowledged. */
    void remove(Collection<Long> ids);
}
