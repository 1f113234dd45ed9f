package io.commerceroutes.domain.order;

/** Where an order stands: PENDING_PAYMENT becomes PAID or CANCELED, PAID may become CANCELED, CANCELED is final. */
public enum OrderStatus {
    PENDING_PAYMENT,
    PAID,
    CANCELED
}
