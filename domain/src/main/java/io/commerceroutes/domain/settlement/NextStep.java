package io.commerceroutes.domain.settlement;

/** What to do with a payment now. */
public enum NextStep {
    /** Ask the gateway for the money: it is certain that it has nothing of this order. */
    ASK,
    /** Ask the gateway what it has. */
    LOOK_UP,
    /** Nothing more is to be learned, or time is over: decide on what is known. */
    DECIDE,
    /** An attempt is under way, or it is too early for the next one. */
    WAIT
}
