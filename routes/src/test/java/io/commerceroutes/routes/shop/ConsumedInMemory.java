package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.settlement.CardTransaction;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/** Knows a transaction once the shop has recorded its end. */
class ConsumedInMemory extends ServiceSupport implements IdempotentRepository {
    private final Shop shop;

    ConsumedInMemory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public boolean contains(String key) {
        return shop.state().payments().values().stream()
                .flatMap(payment -> payment.transactions().stream())
                .anyMatch(transaction ->
                        transaction.key().equals(key) && transaction.status() != CardTransaction.Status.PENDING);
    }

    @Override
    public boolean add(String key) {
        return !contains(key);
    }

    @Override
    public boolean remove(String key) {
        return false;
    }

    @Override
    public boolean confirm(String key) {
        return true;
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException();
    }
}
