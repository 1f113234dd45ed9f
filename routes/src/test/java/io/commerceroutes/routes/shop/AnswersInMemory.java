package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.idempotency.IdempotencyKey;
import io.commerceroutes.domain.idempotency.IdempotentRequests;
import io.commerceroutes.domain.idempotency.StoredAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

class AnswersInMemory implements IdempotentRequests {
    private final Shop shop;
    private final Clock clock;
    private final Map<String, Instant> claimedAt = new ConcurrentHashMap<>();

    AnswersInMemory(Shop shop, Clock clock) {
        this.shop = shop;
        this.clock = clock;
    }

    @Override
    public void claim(IdempotencyKey key) {
        shop.journal().enter("claim " + key.key());
        if (shop.state().answers().containsKey(name(key))) {
            throw new KeyUsed(new IllegalStateException("duplicate key"));
        }
        claimedAt.put(name(key), clock.instant());
    }

    @Override
    public void store(IdempotencyKey key, StoredAnswer answer) {
        shop.state().answers().put(name(key), answer);
        shop.journal().enter("store " + key.key());
    }

    @Override
    public Optional<StoredAnswer> find(IdempotencyKey key) {
        shop.journal().enter("find " + key.key());
        return Optional.ofNullable(shop.state().answers().get(name(key)));
    }

    @Override
    public int forgetBefore(Instant moment, int limit) {
        List<String> old = shop.state().answers().keySet().stream()
                .filter(name -> claimedAt.get(name).isBefore(moment))
                .limit(limit)
                .toList();
        shop.state().answers().keySet().removeAll(old);
        shop.journal().enter("forget " + old.size());
        return old.size();
    }

    private static String name(IdempotencyKey key) {
        return key.userId() + " " + key.operation() + " " + key.key();
    }
}
