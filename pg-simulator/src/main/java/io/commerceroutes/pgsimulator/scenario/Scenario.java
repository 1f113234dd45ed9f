package io.commerceroutes.pgsimulator.scenario;

import io.commerceroutes.pgsimulator.transaction.Outcome;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How the gateway behaves.
 *
 * @param requestFailureRate share of the payment requests that are answered with 500 and not kept
 * @param requestDelayMs what a payment request takes
 * @param settleDelayMs what a settlement takes; it keeps one of the workers busy
 * @param outcomes weights of what becomes of a transaction; one that is not named weighs nothing
 * @param acceptedButFailed share of the accepted requests that are answered with 500 all the same
 * @param acceptedButTimesOut share of the accepted requests whose answer comes too late
 * @param callbackLossRate share of the callbacks that are not sent
 * @param callbackDuplicates share of the callbacks that are sent twice
 * @param callbackReorder whether each callback is held back for up to the longest settlement, so that others overtake it
 * @param forgedCallbackRate share of the settlements before whose callback somebody else sends one of that form
 * @param amountMismatchRate share of the callbacks that tell another amount than was captured
 * @param capturedAmountMismatchRate share of the approved payments that capture another amount than was asked for
 * @param settlementConcurrency how many transactions are settled at a time
 * @param outage whether the gateway refuses every request, settles nothing and calls nobody back
 * @param refunds whether it knows a refund call
 * @param seed from which all dice are cast; null for dice that nobody can foretell
 */
public record Scenario(
        double requestFailureRate,
        MillisRange requestDelayMs,
        MillisRange settleDelayMs,
        Map<Outcome, BigDecimal> outcomes,
        double acceptedButFailed,
        double acceptedButTimesOut,
        double callbackLossRate,
        double callbackDuplicates,
        boolean callbackReorder,
        double forgedCallbackRate,
        double amountMismatchRate,
        double capturedAmountMismatchRate,
        int settlementConcurrency,
        boolean outage,
        boolean refunds,
        Long seed) {

    public Scenario {
        Map<Outcome, BigDecimal> weights = new EnumMap<>(outcomes);
        weights.replaceAll((outcome, weight) -> plain(weight));
        outcomes = Collections.unmodifiableMap(weights);
    }

    /** One form for equal numbers: 70, not 70.0 or 7E+1. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The gateway that exists. */
    public static Scenario standard(boolean refunds) {
        return new Scenario(
                0.4,
                new MillisRange(100, 500),
                new MillisRange(1_000, 5_000),
                Map.of(
                        Outcome.SUCCESS, BigDecimal.valueOf(70),
                        Outcome.LIMIT_EXCEEDED, BigDecimal.valueOf(20),
                        Outcome.INVALID_CARD, BigDecimal.valueOf(10)),
                0,
                0,
                0,
                0,
                false,
                0,
                0,
                0,
                8,
                false,
                refunds,
                null);
    }

    /** A gateway that is in nobody's way: no delay, no failure. */
    static Scenario fast(boolean refunds) {
        MillisRange none = new MillisRange(0, 0);
        Map<Outcome, BigDecimal> approved = Map.of(Outcome.SUCCESS, BigDecimal.ONE);
        return new Scenario(0, none, none, approved, 0, 0, 0, 0, false, 0, 0, 0, 32, false, refunds, null);
    }
}
