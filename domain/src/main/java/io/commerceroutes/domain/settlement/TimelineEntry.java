package io.commerceroutes.domain.settlement;

import java.time.Instant;
import java.util.Optional;

/** One line of an order's history, named as its event is. */
public record TimelineEntry(Instant at, String type, Optional<String> detail) {}
