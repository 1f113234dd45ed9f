package io.commerceroutes.domain.payment;

/** The card brands that the gateway takes. */
public enum CardType {
    SAMSUNG,
    KB,
    HYUNDAI
}
