package io.commerceroutes.domain.point;

import io.commerceroutes.domain.money.Money;
import java.time.Instant;

/**
 * A customer buys points.
 *
 * @param chargeId names this charge in the ledger, once
 */
public record PointCharge(String chargeId, long userId, Money amount, Instant at) {}
