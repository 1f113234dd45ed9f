package io.commerceroutes.adapters.storefront;

import io.commerceroutes.domain.product.ProductCard;
import java.time.Instant;
import java.util.Optional;
import org.springframework.cache.Cache;

/** Cards by the state they are of: in the process's memory, and behind it in Redis for all instances. */
final class KeptCards {
    private final Cache inProcess;
    private final RedisValues<ProductCard> shared;

    KeptCards(Cache inProcess, RedisValues<ProductCard> shared) {
        this.inProcess = inProcess;
        this.shared = shared;
    }

    Optional<ProductCard> find(long productId, Instant changedAt) {
        String state = StateKey.ofCard(productId, changedAt);
        return Optional.ofNullable(inProcess.get(state, ProductCard.class)).or(() -> findShared(state));
    }

    private Optional<ProductCard> findShared(String state) {
        Optional<ProductCard> found = shared.find(state);
        found.ifPresent(card -> inProcess.put(state, card));
        return found;
    }

    void keep(ProductCard card) {
        String state = StateKey.ofCard(card.productId(), card.changedAt());
        inProcess.put(state, card);
        shared.keep(state, card);
    }
}
