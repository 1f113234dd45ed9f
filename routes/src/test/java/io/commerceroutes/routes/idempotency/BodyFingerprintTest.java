package io.commerceroutes.routes.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class BodyFingerprintTest {
    /** Test case 2 of <a href="https://www.rfc-editor.org/rfc/rfc4231#section-4.3">RFC 4231</a>. */
    @Test
    void it_is_an_hmac_with_sha_256() {
        String fingerprint = fingerprint("Jefe", "what do ya want for nothing?");

        assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(fingerprint)))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void another_body_or_another_secret_gives_another_one() {
        assertThat(fingerprint("secret", "{}"))
                .isEqualTo(fingerprint("secret", "{}"))
                .isNotEqualTo(fingerprint("secret", "{ }"))
                .isNotEqualTo(fingerprint("other", "{}"));
    }

    private static String fingerprint(String secret, String body) {
        return new BodyFingerprint(secret.getBytes(StandardCharsets.UTF_8)).of(body.getBytes(StandardCharsets.UTF_8));
    }
}
