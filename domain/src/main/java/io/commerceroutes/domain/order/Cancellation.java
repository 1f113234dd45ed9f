package io.commerceroutes.domain.order;

import java.time.Instant;

/** A canceled order whose stock, points and coupon are to be given back, once, in the transaction that cancels it. */
public record Cancellation(Order order, Instant at) {}
