package io.commerceroutes.app.commerce;

import io.commerceroutes.app.security.LocalTokens;
import io.commerceroutes.routes.auth.IssueTokenRoute;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Tokens for the asking; exists in the local profile only. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class LocalLogin {
    @Bean
    IssueTokenRoute issueTokenRoute(
            @Value("${spring.security.oauth2.resourceserver.jwt.public-key-location}") RSAPublicKey publicKey,
            @Value("${commerce.auth.local-private-key-location}") RSAPrivateKey privateKey,
            Clock clock) {
        return new IssueTokenRoute(new LocalTokens(publicKey, privateKey, clock)::issue);
    }
}
