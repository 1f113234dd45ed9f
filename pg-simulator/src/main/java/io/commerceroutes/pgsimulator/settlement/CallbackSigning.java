package io.commerceroutes.pgsimulator.settlement;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Exchange;

/** Signs callbacks where a secret is set, but not forged ones: HMAC-SHA256 over the time in seconds, a dot and the body as it is sent. */
public class CallbackSigning {
    static final String HEADER = "X-PG-SIGNATURE";

    private static final String ALGORITHM = "HmacSHA256";

    private final Optional<SecretKeySpec> key;
    private final Clock clock;

    public CallbackSigning(Optional<String> secret, Clock clock) {
        this.key = secret.map(text -> new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        this.clock = clock;
    }

    void sign(Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        exchange.getMessage().setBody(body);
        Callback callback = exchange.getVariable(SendCallbackRoute.CALLBACK, Callback.class);
        if (callback != null && callback.forged()) {
            return;
        }
        key.ifPresent(secret -> exchange.getMessage().setHeader(HEADER, signature(secret, body)));
    }

    private String signature(SecretKeySpec secret, byte[] body) {
        try {
            String time = Long.toString(clock.instant().getEpochSecond());
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }
}
