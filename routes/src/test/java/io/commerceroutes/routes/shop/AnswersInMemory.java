package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.idempotency.IdempotencyKey;
import io.commerceroutes.domain.idempotency.IdempotentRequests;
import io.commerceroutes.domain.idempotency.StoredAnswer;
import java.util.Optional;

class AnswersInMemory implements IdempotentRequests {
    private final Shop shop;

    AnswersInMemory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public void claim(IdempotencyKey key) {
        shop.journal().enter("claim " + key.key());
        if (shop.state().answers().containsKey(name(key))) {
            throw new KeyUsed(new IllegalStateException("duplicate key"));
        }
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

    private static String name(IdempotencyKey key) {
        return key.userId() + " " + key.operation() + " " + key.key();
    }
}
