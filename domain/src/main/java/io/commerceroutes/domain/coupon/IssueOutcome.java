package io.commerceroutes.domain.coupon;

import java.time.Instant;

/** What became of a customer's wish for a coupon: it is theirs, or why not. */
public sealed interface IssueOutcome {
    /** The coupon is the customer's now. */
    record Issued(HeldCoupon coupon) implements IssueOutcome {}

    /** No such coupon. */
    record UnknownCoupon(long couponId) implements IssueOutcome {}

    /** The customer has it already, used or not; it is one for each. */
    record AlreadyIssued(long couponId) implements IssueOutcome {}

    /** As many as there were have been handed out. */
    record SoldOut(long couponId) implements IssueOutcome {}

    /** It could never be used any more. */
    record Ended(long couponId, Instant validTo) implements IssueOutcome {}
}
