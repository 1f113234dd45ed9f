package io.commerceroutes.routes.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 (RFC 2104) over {@code t.body}, told as {@code t=<unix seconds>,v1=<hex>} with one {@code v1} or, while
 * the gateway changes its secret, several. What is older or newer than the window is refused, so that a callback that
 * was overheard cannot be sent again for ever.
 */
public final class HmacCallbackSignature implements CallbackSignature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURES_MAX = 5;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");

    private final SecretKeySpec key;
    private final Duration window;

    /**
     * @param secret shared with the gateway
     * @param window how far its clock and ours may be apart, the way here included
     */
    public HmacCallbackSignature(String secret, Duration window) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.window = window;
    }

    @Override
    public boolean isValid(String header, byte[] body, Instant now) {
        List<String> parts = header == null ? List.of() : List.of(header.split(","));
        Optional<String> time = told(parts, "t=", SECONDS).stream().findFirst();
        List<String> signatures = told(parts, "v1=", HEX);
        if (time.isEmpty() || signatures.isEmpty() || signatures.size() > SIGNATURES_MAX) {
            return false;
        }
        Duration apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(time.get())), now);
        byte[] expected = hmac(time.get(), body);
        boolean isTheirs = signatures.stream()
                .map(HexFormat.of()::parseHex)
                .anyMatch(signature -> MessageDigest.isEqual(signature, expected));
        return isTheirs && apart.abs().compareTo(window) <= 0;
    }

    private static List<String> told(List<String> parts, String name, Pattern form) {
        return parts.stream()
                .map(String::strip)
                .filter(part -> part.startsWith(name))
                .map(part -> part.substring(name.length()))
                .filter(form.asMatchPredicate())
                .toList();
    }

    private byte[] hmac(String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }
}
