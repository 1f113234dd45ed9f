package io.commerceroutes.app.commerce;

import io.commerceroutes.domain.payment.PaymentDeadlines;
import io.commerceroutes.domain.settlement.SettlementPolicy;
import io.commerceroutes.routes.payment.CallbackSignature;
import io.commerceroutes.routes.payment.HmacCallbackSignature;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How card payments are pursued: see {@link SettlementPolicy} and {@link PaymentDeadlines}.
 *
 * @param callbackUrl where the gateway is asked to call
 * @param callbackSecret shared with a gateway that signs its callbacks; blank if it does not
 * @param callbackWindow how far from now the time of a signature may be
 * @param lookUpInterval how far apart look-ups of one order are that callbacks and reads cause
 * @param workers how many payments that are due are worked on at once
 * @param batchSize payments, or refunds, that one run of their schedule takes on
 * @param putOff how long a payment that is due and could not be seen to is left alone
 * @param callMax how long one call of the gateway may take, all in all; shorter than the lease
 * @param refundTriesMax after so many tries a refund is looked up only, and left to a person if it was not made, or after
 *     as many look-ups that tell nothing
 */
@ConfigurationProperties("commerce.payment")
public record PaymentProperties(
        String callbackUrl,
        String callbackSecret,
        Duration callbackWindow,
        Duration lookUpInterval,
        int workers,
        int batchSize,
        Duration putOff,
        Duration firstCheck,
        Duration softDeadline,
        Duration hardDeadline,
        Duration lease,
        Duration callMax,
        Duration quiet,
        int attemptsInARow,
        Duration backOff,
        List<Duration> schedule,
        Duration watch,
        int refundTriesMax) {
    /** @throws IllegalArgumentException if a call could outlast the lease that it is made under */
    public PaymentProperties {
        if (callMax.compareTo(lease) >= 0) {
            throw new IllegalArgumentException(
                    "commerce.payment.call-max %s is not below commerce.payment.lease %s".formatted(callMax, lease));
        }
    }

    PaymentDeadlines deadlines() {
        return new PaymentDeadlines(firstCheck, softDeadline, hardDeadline);
    }

    CallbackSignature callbackSignature() {
        return callbackSecret.isBlank()
                ? CallbackSignature.UNCHECKED
                : new HmacCallbackSignature(callbackSecret, callbackWindow);
    }

    SettlementPolicy policy() {
        return new SettlementPolicy(deadlines(), lease, quiet, attemptsInARow, backOff, schedule, watch);
    }
}
