package io.commerceroutes.pgsimulator.transaction;

/** Where a transaction stands; the last two are final. */
public enum TransactionStatus {
    PENDING,
    SUCCESS,
    FAILED
}
