package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.point.PointCharge;
import io.commerceroutes.domain.point.PointEarning;
import io.commerceroutes.domain.point.PointLedger;
import io.commerceroutes.domain.point.PointMovement;
import io.commerceroutes.domain.point.PointRevocation;
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
        balance.ifPresent(
                known -> note(PointMovement.Kind.CHARGE, charge.amount().won(), Optional.empty(), charge.at()));
        shop.journal().enter("charge");
        return balance;
    }

    @Override
    public void refund(Cancellation cancellation) {
        Order order = cancellation.order();
        add(order.userId(), order.amounts().pointsUsed());
        note(
                PointMovement.Kind.REFUND,
                order.amounts().pointsUsed().won(),
                Optional.of(order.orderId()),
                cancellation.at());
        shop.journal().enter("refund points");
    }

    @Override
    public void earn(PointEarning earning) {
        if (!earning.amount().isZero()) {
            add(earning.userId(), earning.amount());
            note(PointMovement.Kind.EARN, earning.amount().won(), Optional.of(earning.orderId()), earning.at());
        }
        shop.journal().enter("earn points");
    }

    @Override
    public void revoke(Cancellation cancellation) {
        Order order = cancellation.order();
        Money balance = shop.state().balances().get(order.userId());
        PointRevocation revocation = PointRevocation.of(earned(order.orderId()), balance);
        shop.state().balances().put(order.userId(), balance.minus(revocation.revoked()));
        if (!revocation.revoked().isZero()) {
            long delta = -revocation.revoked().won();
            note(PointMovement.Kind.REVOKE, delta, Optional.of(order.orderId()), cancellation.at());
        }
        if (!revocation.shortfall().isZero()) {
            shop.shortfalls().put(order.orderId(), revocation.shortfall());
        }
        shop.journal().enter("revoke points");
    }

    private Money earned(String orderId) {
        return shop.movements().stream()
                .filter(movement -> movement.kind() == PointMovement.Kind.EARN)
                .filter(movement -> movement.orderId().equals(Optional.of(orderId)))
                .map(movement -> Money.of(movement.delta()))
                .reduce(Money.ZERO, Money::plus);
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

    private void note(PointMovement.Kind kind, long delta, Optional<String> orderId, Instant at) {
        shop.movements().addFirst(new PointMovement(kind, delta, orderId, at));
    }
}
