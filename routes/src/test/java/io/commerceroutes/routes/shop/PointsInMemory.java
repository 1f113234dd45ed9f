package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.point.PointCharge;
import io.commerceroutes.domain.point.PointLedger;
import io.commerceroutes.domain.point.PointMovement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class PointsInMemory implements PointLedger {
    private final Shop shop;

    PointsInMemory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public Optional<Money> balance(long userId) {
        shop.journal().enter("balance");
        return Optional.ofNullable(shop.state().balances().get(userId));
    }

    @Override
    public Optional<Money> charge(PointCharge charge) {
        Optional<Money> balance = Optional.ofNullable(add(charge.userId(), charge.amount()));
        balance.ifPresent(known -> note(PointMovement.Kind.CHARGE, charge.amount(), Optional.empty(), charge.at()));
        shop.journal().enter("charge");
        return balance;
    }

    @Override
    public void refund(Cancellation cancellation) {
        Order order = cancellation.order();
        add(order.userId(), order.amounts().pointsUsed());
        note(PointMovement.Kind.REFUND, order.amounts().pointsUsed(), Optional.of(order.orderId()), cancellation.at());
        shop.journal().enter("refund points");
    }

    @Override
    public List<PointMovement> history(long userId, int offset, int limit) {
        return shop.movements().stream().skip(offset).limit(limit).toList();
    }

    @Override
    public long countHistory(long userId) {
        return shop.movements().size();
    }

    private Money add(long userId, Money amount) {
        return shop.state().balances().computeIfPresent(userId, (id, balance) -> balance.plus(amount));
    }

    private void note(PointMovement.Kind kind, Money amount, Optional<String> orderId, Instant at) {
        shop.movements().addFirst(new PointMovement(kind, amount.won(), orderId, at));
    }
}
