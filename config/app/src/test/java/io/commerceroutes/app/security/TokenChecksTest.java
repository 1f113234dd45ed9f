package io.commerceroutes.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.security.oauth2.resource.OAuth2ResourceServerProperties;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;

class TokenChecksTest {
    private static final AuthProperties SETTINGS = new AuthProperties(
            Duration.ofMinutes(10), 3, Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final TokenChecks checks = new TokenChecks();
    private final OAuth2TokenValidator<Jwt> expiry = checks.expiry(SETTINGS);

    @Test
    void a_token_must_expire() {
        assertThat(expiry.validate(token().build()).hasErrors()).isTrue();
        assertThat(expiry.validate(expiring(60)).hasErrors()).isFalse();
    }

    @Test
    void clocks_may_differ_by_seconds_only() {
        assertThat(expiry.validate(expiring(-1)).hasErrors()).isFalse();
        assertThat(expiry.validate(expiring(-20)).hasErrors()).isTrue();
        Jwt fromTheFuture = token().expiresAt(in(150)).notBefore(in(90)).build();
        assertThat(expiry.validate(fromTheFuture).hasErrors()).isTrue();
    }

    @Test
    void the_issuer_is_checked_where_one_is_set() {
        OAuth2ResourceServerProperties settings = new OAuth2ResourceServerProperties();
        Jwt ours = token().issuer("https://login.example.com").build();
        Jwt anothers = token().issuer("https://evil.example.com").build();

        assertThat(checks.issuer(settings).validate(anothers).hasErrors()).isFalse();
        settings.getJwt().setIssuerUri("https://login.example.com");
        assertThat(checks.issuer(settings).validate(anothers).hasErrors()).isTrue();
        assertThat(checks.issuer(settings).validate(token().build()).hasErrors())
                .isTrue();
        assertThat(checks.issuer(settings).validate(ours).hasErrors()).isFalse();
    }

    private static Jwt expiring(long seconds) {
        return token().expiresAt(in(seconds)).build();
    }

    private static Instant in(long seconds) {
        return Instant.now().plusSeconds(seconds);
    }

    private static Jwt.Builder token() {
        return Jwt.withTokenValue("t").header("alg", "RS256").subject("1").issuedAt(in(-3600));
    }
}
