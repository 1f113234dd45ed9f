package io.commerceroutes.routes.shop;

import io.commerceroutes.routes.payment.CallbackSignature;
import java.time.Instant;

/** The signature that the gateway's callbacks need in a test; none unless the test says so. */
public class SignatureInForce implements CallbackSignature {
    private volatile CallbackSignature required = CallbackSignature.UNCHECKED;

    public void is(CallbackSignature other) {
        required = other;
    }

    @Override
    public boolean isValid(String header, byte[] body, Instant now) {
        return required.isValid(header, body, now);
    }
}
