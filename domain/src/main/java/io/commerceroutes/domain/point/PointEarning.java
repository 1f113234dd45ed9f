package io.commerceroutes.domain.point;

import io.commerceroutes.domain.money.Money;
import java.time.Instant;

/**
 * A customer earns points by paying for an order.
 *
 * @param amount may be nothing
 */
public record PointEarning(String orderId, long userId, Money amount, Instant at) {}
