package io.commerceroutes.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class TokenMemoryTest {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final AuthProperties SETTINGS = new AuthProperties(
            Duration.ofMinutes(10), 3, Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final List<String> verified = new ArrayList<>();
    private Instant now = NOW;
    private final TokenMemory memory = new TokenMemory(this::verify, SETTINGS, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    @Test
    void a_token_is_verified_once() {
        Jwt first = memory.decode("good");
        Jwt second = memory.decode("good");

        assertThat(second).isSameAs(first);
        assertThat(verified).containsExactly("good");
    }

    @Test
    void a_forged_token_never_enters() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> memory.decode("forged")).isInstanceOf(BadJwtException.class);
        }

        assertThat(verified).containsExactly("forged", "forged");
        assertThat(memory.size()).isZero();
    }

    @Test
    void nothing_is_remembered_beyond_its_expiry() {
        memory.decode("good");
        now = NOW.plusSeconds(60);

        memory.decode("good");

        assertThat(verified).containsExactly("good", "good");
    }

    @Test
    void a_token_that_differs_in_one_letter_is_another() {
        memory.decode("good");
        memory.decode("gooe");

        assertThat(verified).containsExactly("good", "gooe");
    }

    @Test
    void its_size_is_bounded() {
        for (int i = 0; i < 100; i++) {
            memory.decode("good" + i);
        }

        assertThat(memory.size()).isLessThanOrEqualTo(3);
    }

    private Jwt verify(String token) {
        verified.add(token);
        if (token.startsWith("forged")) {
            throw new BadJwtException("forged");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("1")
                .expiresAt(NOW.plusSeconds(60))
                .build();
    }
}
