package io.commerceroutes.domain.coupon;

import java.time.Instant;
import java.util.Optional;

/** A coupon on offer, and how many of it have been handed out. */
public record OfferedCoupon(long couponId, NewCoupon terms, long issuedQuantity) {
    /**
     * Why the coupon is not issued at {@code at} to a customer; empty if it is. It is handed out before its validity
     * begins, too: customers collect coupons ahead of a sale.
     */
    public Optional<IssueOutcome> refusal(boolean alreadyHeld, Instant at) {
        if (alreadyHeld) {
            return Optional.of(new IssueOutcome.AlreadyIssued(couponId));
        }
        if (!at.isBefore(terms.validTo())) {
            return Optional.of(new IssueOutcome.Ended(couponId, terms.validTo()));
        }
        if (isSoldOut()) {
            return Optional.of(new IssueOutcome.SoldOut(couponId));
        }
        return Optional.empty();
    }

    private boolean isSoldOut() {
        return terms.totalQuantity().filter(total -> issuedQuantity >= total).isPresent();
    }

    /** What a customer holds once it was issued. */
    public HeldCoupon heldAs(long issuedCouponId, Instant at) {
        return new HeldCoupon(
                issuedCouponId,
                couponId,
                terms.name(),
                terms.discount(),
                terms.minOrderAmount(),
                terms.validFrom(),
                terms.validTo(),
                at,
                Optional.empty());
    }
}
