package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.event.Outbox;
import io.commerceroutes.domain.event.OutboxEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class OutboxInMemory implements Outbox {
    private static final Set<Integer> ALL = IntStream.range(0, SHARDS).boxed().collect(Collectors.toUnmodifiableSet());

    private final Shop shop;

    OutboxInMemory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public Set<Integer> lease() {
        shop.journal().enter("lease");
        return ALL;
    }

    @Override
    public void release() {
        shop.journal().enter("release");
    }

    @Override
    public List<OutboxEvent> oldest(Set<Integer> shards, int limitPerShard) {
        shop.journal().enter("oldest");
        Map<Integer, Integer> taken = new HashMap<>();
        List<OutboxEvent> oldest = new ArrayList<>();
        for (OutboxEvent event : shop.outbox()) {
            int shard = Outbox.shardOf(event.key());
            if (shards.contains(shard) && taken.merge(shard, 1, Integer::sum) <= limitPerShard) {
                oldest.add(event);
            }
        }
        return oldest;
    }

    @Override
    public void remove(Collection<Long> ids) {
        shop.journal().enter("remove " + ids);
        shop.outbox().removeIf(event -> ids.contains(event.id()));
    }
}
