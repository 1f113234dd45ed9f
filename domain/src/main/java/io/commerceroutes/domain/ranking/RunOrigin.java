package io.commerceroutes.domain.ranking;

/** Who asked for a run: the clock, an operator, a longer period's run for its days, or the end of a lost run's lease. */
public enum RunOrigin {
    SCHEDULE,
    OPERATOR,
    PERIOD,
    RECOVERY
}
