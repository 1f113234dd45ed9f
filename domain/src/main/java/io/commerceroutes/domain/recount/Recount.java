package io.commerceroutes.domain.recount;

import java.time.Instant;

/**
 * A recount in its ledger.
 *
 * @param report null until it is done
 * @param error why it failed, in one line; null unless it did
 */
public record Recount(
        long recountId,
        RecountRange range,
        RecountState state,
        Instant requestedAt,
        Instant startedAt,
        Instant finishedAt,
        RecountReport report,
        String error) {}
