package io.commerceroutes.domain.event;

/** What can happen, in past tense, as the outside is told of it. */
public enum EventType {
    ORDER_CREATED("OrderCreated"),
    ORDER_PAID("OrderPaid"),
    ORDER_CANCELED("OrderCanceled"),
    PAYMENT_REQUESTED("PaymentRequested"),
    PAYMENT_APPROVED("PaymentApproved"),
    PAYMENT_DECLINED("PaymentDeclined"),
    PAYMENT_EXPIRED("PaymentExpired"),
    PAYMENT_REFUNDED("PaymentRefunded"),
    PRODUCT_VIEWED("ProductViewed"),
    PRODUCT_LIKED("ProductLiked"),
    PRODUCT_UNLIKED("ProductUnliked"),
    PRODUCT_CHANGED("ProductChanged");

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    /** The {@code ce_type} that consumers see. */
    public String wireName() {
        return wireName;
    }
}
