package io.commerceroutes.domain.ranking;

/**
 * Who asked for a run: the clock, an operator, a longer period's run for its days, a refresh of what was missed or has
 * changed, or the recovery of a run that an operator had asked for and that was lost.
 */
public enum RunOrigin {
    SCHEDULE,
    OPERATOR,
    PERIOD,
    REFRESH,
    RECOVERY
}
