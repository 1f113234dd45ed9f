package io.commerceroutes.routes.idempotency;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Recognises a request body without keeping it: HMAC-SHA256 (RFC 2104) under a secret key, in Base64. */
public final class BodyFingerprint {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public BodyFingerprint(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    public String of(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }
}
