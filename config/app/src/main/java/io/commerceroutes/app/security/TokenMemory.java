package io.commerceroutes.app.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers tokens that were verified, by their SHA-256 hash, until they expire or for a short while, whichever is
 * sooner. What was refused is never remembered.
 */
class TokenMemory implements JwtDecoder {
    private final JwtDecoder verification;
    private final Clock clock;
    private final Cache<String, Jwt> verified;

    TokenMemory(JwtDecoder verification, AuthProperties settings, Clock clock) {
        this.verification = verification;
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumSize(settings.rememberedMax())
                .expireAfterWrite(settings.rememberFor())
                .build();
    }

    @Override
    public Jwt decode(String token) {
        String hash = sha256(token);
        Jwt known = verified.getIfPresent(hash);
        if (known != null && clock.instant().isBefore(known.getExpiresAt())) {
            return known;
        }
        Jwt fresh = verification.decode(token);
        if (fresh.getExpiresAt() != null) {
            verified.put(hash, fresh);
        }
        return fresh;
    }

    long size() {
        verified.cleanUp();
        return verified.estimatedSize();
    }

    private static String sha256(String token) {
        try {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaPlatformHasIt) {
            throw new AssertionError(everyJavaPlatformHasIt);
        }
    }
}
