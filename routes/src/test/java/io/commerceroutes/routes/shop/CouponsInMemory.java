package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.coupon.CouponBook;
import io.commerceroutes.domain.coupon.HeldCoupon;
import io.commerceroutes.domain.coupon.IssueCoupon;
import io.commerceroutes.domain.coupon.IssueOutcome;
import io.commerceroutes.domain.coupon.IssuedCoupon;
import io.commerceroutes.domain.coupon.NewCoupon;
import io.commerceroutes.domain.coupon.OfferedCoupon;
import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class CouponsInMemory implements CouponBook {
    private static final long FIRST_ID = 51;

    private final Shop shop;

    CouponsInMemory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public long offer(NewCoupon coupon) {
        long couponId = FIRST_ID + shop.offers().size();
        shop.offers().put(couponId, new OfferedCoupon(couponId, coupon, 0));
        shop.journal().enter("offer");
        return couponId;
    }

    @Override
    public Optional<OfferedCoupon> find(long couponId) {
        shop.journal().enter("find coupon");
        return Optional.ofNullable(shop.offers().get(couponId));
    }

    @Override
    public IssueOutcome issue(IssueCoupon wish) {
        OfferedCoupon offered = shop.offers().get(wish.couponId());
        IssueOutcome outcome = offered == null
                ? new IssueOutcome.UnknownCoupon(wish.couponId())
                : offered.refusal(isHeld(wish), wish.at()).orElseGet(() -> issue(offered, wish));
        shop.journal().enter("issue");
        return outcome;
    }

    private boolean isHeld(IssueCoupon wish) {
        return shop.state().held().values().stream()
                .anyMatch(coupon -> coupon.couponId() == wish.couponId()
                        && shop.coupons().get(coupon.issuedCouponId()).userId() == wish.userId());
    }

    private IssueOutcome issue(OfferedCoupon offered, IssueCoupon wish) {
        NewCoupon terms = offered.terms();
        long id = FIRST_ID + shop.state().held().size();
        HeldCoupon coupon = offered.heldAs(id, wish.at());
        shop.offers()
                .put(offered.couponId(), new OfferedCoupon(offered.couponId(), terms, offered.issuedQuantity() + 1));
        shop.state().held().put(id, coupon);
        shop.coupons()
                .put(
                        id,
                        new IssuedCoupon(
                                id,
                                wish.userId(),
                                false,
                                terms.discount(),
                                terms.minOrderAmount(),
                                terms.validFrom(),
                                terms.validTo()));
        return new IssueOutcome.Issued(coupon);
    }

    @Override
    public List<HeldCoupon> held(long userId, int offset, int limit) {
        shop.journal().enter("list coupons");
        return ownedBy(userId)
                .sorted(Comparator.comparing(HeldCoupon::issuedCouponId).reversed())
                .map(this::asItIs)
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public long countHeld(long userId) {
        return ownedBy(userId).count();
    }

    private Stream<HeldCoupon> ownedBy(long userId) {
        return shop.state().held().values().stream()
                .filter(coupon -> shop.coupons().get(coupon.issuedCouponId()).userId() == userId);
    }

    private HeldCoupon asItIs(HeldCoupon coupon) {
        Optional<String> orderId = shop.orders().values().stream()
                .filter(order -> order.status() != OrderStatus.CANCELED
                        && order.issuedCouponId().equals(Optional.of(coupon.issuedCouponId())))
                .map(Order::orderId)
                .findFirst();
        return new HeldCoupon(
                coupon.issuedCouponId(),
                coupon.couponId(),
                coupon.name(),
                coupon.discount(),
                coupon.minOrderAmount(),
                coupon.validFrom(),
                coupon.validTo(),
                coupon.issuedAt(),
                orderId);
    }

    @Override
    public void restore(Cancellation cancellation) {
        cancellation
                .order()
                .issuedCouponId()
                .ifPresent(id -> shop.coupons().computeIfPresent(id, (key, coupon) -> unused(coupon)));
        shop.journal().enter("restore coupon");
    }

    private static IssuedCoupon unused(IssuedCoupon coupon) {
        return new IssuedCoupon(
                coupon.issuedCouponId(),
                coupon.userId(),
                false,
                coupon.discount(),
                coupon.minOrderAmount(),
                coupon.validFrom(),
                coupon.validTo());
    }
}
