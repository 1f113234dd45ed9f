package io.commerceroutes.app.security;

import io.commerceroutes.app.http.ProblemWriter;
import io.commerceroutes.routes.http.ApiProblem;
import java.util.Collection;
import java.util.List;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;

/** How a token is read, and how one that will not do is answered. */
public final class BearerTokens {
    private final JwtDecoder decoder;
    private final ProblemWriter problems;

    BearerTokens(JwtDecoder decoder, ProblemWriter problems) {
        this.decoder = decoder;
        this.problems = problems;
    }

    public void accept(OAuth2ResourceServerConfigurer<HttpSecurity> tokens) {
        tokens.jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(rolesOfTheToken()))
                .authenticationEntryPoint((request, response, failure) -> {
                    new BearerTokenAuthenticationEntryPoint().commence(request, response, failure);
                    problems.write(response, unauthenticated(), request.getRequestURI());
                })
                .accessDeniedHandler((request, response, failure) -> {
                    new BearerTokenAccessDeniedHandler().handle(request, response, failure);
                    problems.write(response, forbidden(), request.getRequestURI());
                });
    }

    private static JwtAuthenticationConverter rolesOfTheToken() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(BearerTokens::authorities);
        return converter;
    }

    private static Collection<GrantedAuthority> authorities(Jwt token) {
        List<String> roles = token.getClaims().get("roles") instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
        return roles.stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    private static ApiProblem unauthenticated() {
        return new ApiProblem(401, "UNAUTHENTICATED", "This needs a valid bearer token.");
    }

    private static ApiProblem forbidden() {
        return new ApiProblem(403, "FORBIDDEN", "This token's role does not allow this.");
    }
}
