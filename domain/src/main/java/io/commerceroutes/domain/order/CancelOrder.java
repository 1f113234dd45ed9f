package io.commerceroutes.domain.order;

import java.time.Instant;

/** A wish to cancel an order, and why. */
public record CancelOrder(String orderId, CancelReason reason, Instant at) {}
