package io.commerceroutes.domain.payment;

/** How what is left to pay gets paid. */
public enum PaymentMethod {
    /** All of it with points, at once. */
    POINT,
    /** With a card, through the gateway, in its own time. */
    CARD
}
