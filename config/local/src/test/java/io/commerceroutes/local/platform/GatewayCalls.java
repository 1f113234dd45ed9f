package io.commerceroutes.local.platform;

import io.commerceroutes.local.platform.ShopClient.Answer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls back as a gateway does that signs, and as those do who have not got its secret. */
record GatewayCalls(ShopClient shop, String secret) {
    private static final String PATH = "/api/v1/payments/callback";
    private static final String ALGORITHM = "HmacSHA256";

    Answer signed(String body) {
        return call(body, signature(secret, body, Instant.now()));
    }

    Answer unsigned(String body) {
        return shop.send("POST", PATH, body);
    }

    Answer signedByAnother(String body) {
        return call(body, signature(secret + "?", body, Instant.now()));
    }

    Answer signedAt(Instant time, String body) {
        return call(body, signature(secret, body, time));
    }

    private Answer call(String body, String signature) {
        return shop.send("POST", PATH, body, "X-PG-SIGNATURE", signature);
    }

    private static String signature(String secret, String body, Instant time) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] hmac = mac.doFinal((time.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=%d,v1=%s".formatted(time.getEpochSecond(), HexFormat.of().formatHex(hmac));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
