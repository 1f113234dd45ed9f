package io.commerceroutes.domain.order;

import java.time.Instant;
import java.util.Optional;

/**
 * Which of a customer's orders are asked for.
 *
 * @param from the first moment of being placed, inclusive
 * @param until the end of these moments, exclusive
 */
public record OrderFilter(long userId, Optional<OrderStatus> status, Optional<Instant> from, Optional<Instant> until) {}
