package io.commerceroutes.local.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens that a platform accepts, and such that it must not. */
final class TestTokens {
    private static final JWSHeader SIGNED = new JWSHeader(JWSAlgorithm.RS256);
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final TestKeys keys;
    private final TestKeys otherKeys = TestKeys.in(Path.of("target", "other-keys"));
    private final Map<String, String> issued = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> refused = new ConcurrentHashMap<>();

    TestTokens(TestKeys keys) {
        this.keys = keys;
    }

    /** A good one. */
    String of(long userId, String role) {
        return issued.computeIfAbsent(
                userId + role,
                key -> signed(keys, claims(userId, List.of(role), Instant.now().plus(LIFETIME))));
    }

    /** {@code Authorization} headers that let nobody in, by what is wrong with them. */
    Map<String, String> refused(long userId, String role) {
        return refused.computeIfAbsent(userId + role, key -> refusedNew(userId, role));
    }

    private Map<String, String> refusedNew(long userId, String role) {
        Instant end = Instant.now().plus(LIFETIME);
        JWTClaimsSet claims = claims(userId, List.of(role), end);
        String[] parts = of(userId, role).split("\\.");
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("expired", "Bearer " + signed(keys, claims(userId, List.of(role), end.minus(Duration.ofDays(1)))));
        wrong.put("forged", "Bearer " + signed(otherKeys, claims));
        wrong.put("unsigned", "Bearer " + new PlainJWT(claims).serialize());
        wrong.put("signed with the public key as a secret", "Bearer " + confused(claims));
        wrong.put(
                "changed",
                "Bearer " + parts[0] + "."
                        + claims(userId + 1, List.of(role), end).toPayload().toBase64URL() + "." + parts[2]);
        wrong.put("no token", "Bearer x");
        wrong.put("of another scheme", "Basic b3BzOm9wcw==");
        return wrong;
    }

    /** A good one without any role. */
    String withoutRole(long userId) {
        return issued.computeIfAbsent(
                userId + "",
                key -> signed(keys, claims(userId, List.of(), Instant.now().plus(LIFETIME))));
    }

    private static JWTClaimsSet claims(long userId, List<String> roles, Instant end) {
        return new JWTClaimsSet.Builder()
                .subject(Long.toString(userId))
                .claim("roles", roles)
                .expirationTime(Date.from(end))
                .build();
    }

    private static String signed(TestKeys keys, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(SIGNED, claims);
            token.sign(new RSASSASigner(keys.privateKey()));
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String confused(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner(keys.publicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
