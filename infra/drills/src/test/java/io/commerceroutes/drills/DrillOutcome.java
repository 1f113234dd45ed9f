package io.commerceroutes.drills;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What came of a payment drill.
 *
 * @param canceled how many orders their customers were told are canceled
 * @param orders how many by status and cancel reason
 * @param payments how many by status
 * @param attempts how many by outcome
 * @param listed refunds that failed and are listed for a person
 * @param certaintyMetric what the instances' own metric says of it
 */
record DrillOutcome(
        int canceled,
        List<Disturbances.Done> disturbances,
        LedgerFigures ledger,
        List<Map.Entry<String, Long>> orders,
        List<Map.Entry<String, Long>> payments,
        List<Map.Entry<String, Long>> attempts,
        ListedRefunds listed,
        Certainty certainty,
        String certaintyMetric,
        Duration duration) {}
