package io.commerceroutes.routes.payment;

/** Exchange variables that the payment flows hand to one another. */
public final class PaymentVariables {
    /** Id of the order whose payment this is about. */
    public static final String ORDER_ID = "order-id";

    /** Takes what a hand-over to the background leaves, so that the message stays as it is. */
    public static final String HANDED_OVER = "handed-over";

    /** The {@link io.commerceroutes.domain.settlement.CardPayment} as it was read, without a lock. */
    public static final String SNAPSHOT = "payment-snapshot";

    /** Set where a look-up is to ask also for amounts that are known already. */
    public static final String AFRESH = "look-up-afresh";

    /** The {@link io.commerceroutes.domain.settlement.NextStep} to take. */
    static final String NEXT = "next-step";

    private PaymentVariables() {}
}
