package io.commerceroutes.domain.order;

/** Why an order was not placed: an answer, not a failure. */
public sealed interface Refusal {
    /** No such customer. */
    record UnknownCustomer(long userId) implements Refusal {}

    /** No such product. */
    record UnknownProduct(long productId) implements Refusal {}

    /** Fewer units than wanted. */
    record OutOfStock(long productId, long wanted, long available) implements Refusal {}

    /** No such coupon, or another customer's. */
    record UnknownCoupon(long issuedCouponId) implements Refusal {}

    /** The coupon exists but cannot be used on this order now. */
    record CouponNotUsable(long issuedCouponId, String reason) implements Refusal {}

    /** More points offered than there is to pay, in won. */
    record TooManyPoints(long offered, long due) implements Refusal {}

    /** Fewer points than needed, in won. */
    record InsufficientPoints(long needed, long balance) implements Refusal {}

    /** The sums go beyond what an amount of money can be. */
    record TooLarge() implements Refusal {}
}
