package io.commerceroutes.pgsimulator.transaction;

/** The cards that the gateway takes. */
public enum CardType {
    SAMSUNG,
    KB,
    HYUNDAI
}
