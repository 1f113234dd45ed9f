package io.commerceroutes.domain.payment;

import java.util.EnumSet;
import java.util.Set;

/** What is known of an order's payment. UNKNOWN is a state: a call without an answer says nothing about what happened. */
public enum PaymentStatus {
    PENDING,
    REQUESTED,
    UNKNOWN,
    APPROVED,
    DECLINED,
    EXPIRED,
    REFUNDING,
    REFUNDED,
    REFUND_FAILED;

    /** The states that may directly follow this one. */
    public Set<PaymentStatus> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(REQUESTED, UNKNOWN, APPROVED, DECLINED, EXPIRED, REFUNDING);
            case UNKNOWN -> EnumSet.of(REQUESTED, APPROVED, DECLINED, EXPIRED, REFUNDING);
            case REQUESTED -> EnumSet.of(APPROVED, DECLINED, EXPIRED, REFUNDING);
            case APPROVED, DECLINED, EXPIRED -> EnumSet.of(REFUNDING);
            case REFUNDING -> EnumSet.of(REFUNDED, REFUND_FAILED);
            case REFUND_FAILED -> EnumSet.of(REFUNDING, REFUNDED);
            case REFUNDED -> EnumSet.noneOf(PaymentStatus.class);
        };
    }

    /** Whether its fate is not known yet. */
    public boolean isOpen() {
        return this == PENDING || this == REQUESTED || this == UNKNOWN;
    }

    public boolean canBecome(PaymentStatus next) {
        return next().contains(next);
    }
}
