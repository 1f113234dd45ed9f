package io.commerceroutes.domain.settlement;

/** What is known of one request for money. */
public enum AttemptOutcome {
    /** Under way. */
    OPEN,
    /** Answered with a transaction. */
    ACCEPTED,
    /** The gateway itself answered with an error; it may have kept the request all the same. */
    SERVER_ERROR,
    /** No answer, or one from something between: the gateway may have it, or may get it yet. */
    UNCLEAR,
    /** Nothing went out: the connection was refused. */
    NOT_SENT,
    /** Refused for what the card says. */
    CARD_REFUSED,
    /** Refused for what we say of ourselves (header, callback address); no fault of the card. */
    REQUEST_REFUSED,
    /** Looked up afterwards: the gateway has nothing of it. */
    ABSENT,
    /** Looked up afterwards: whatever the gateway has of it is among the transactions. */
    ADOPTED;

    /** Whether a transaction may exist that we have not seen. */
    public boolean isUnclear() {
        return this == SERVER_ERROR || this == UNCLEAR;
    }

    /** Whether its answer was unclear at first, whatever a look-up has told since. */
    boolean wasUnclear() {
        return isUnclear() || this == ABSENT || this == ADOPTED;
    }

    /** Whether it is certain that it made no transaction. */
    public boolean leftNothing() {
        return this == NOT_SENT || this == CARD_REFUSED || this == REQUEST_REFUSED || this == ABSENT;
    }
}
