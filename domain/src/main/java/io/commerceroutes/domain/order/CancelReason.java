package io.commerceroutes.domain.order;

/** Why an order was canceled. */
public enum CancelReason {
    PAYMENT_DECLINED,
    PAYMENT_EXPIRED,
    PAYMENT_MISMATCH,
    CUSTOMER
}
