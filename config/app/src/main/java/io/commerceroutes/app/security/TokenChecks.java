package io.commerceroutes.app.security;

import java.util.Objects;
import org.springframework.boot.autoconfigure.security.oauth2.resource.OAuth2ResourceServerProperties;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** What Spring Boot's checks of a token leave open: its expiry, a local key's issuer, and how long the keys may take. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuthProperties.class)
class TokenChecks {
    @Bean
    OAuth2TokenValidator<Jwt> expiry(AuthProperties settings) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtTimestampValidator(settings.clockSkew()));
    }

    @Bean
    OAuth2TokenValidator<Jwt> issuer(OAuth2ResourceServerProperties settings) {
        String issuer = settings.getJwt().getIssuerUri();
        return issuer == null
                ? new DelegatingOAuth2TokenValidator<>()
                : new DelegatingOAuth2TokenValidator<>(new JwtIssuerValidator(issuer));
    }

    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer boundedKeys(AuthProperties settings) {
        return keys -> keys.restOperations(new RestTemplateBuilder()
                .connectTimeout(settings.keysConnectTimeout())
                .readTimeout(settings.keysReadTimeout())
                .build());
    }
}
