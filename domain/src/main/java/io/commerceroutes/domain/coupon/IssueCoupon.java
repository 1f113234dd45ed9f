package io.commerceroutes.domain.coupon;

import java.time.Instant;

/** A customer's wish to be handed out a coupon. */
public record IssueCoupon(long couponId, long userId, Instant at) {}
