package io.commerceroutes.app.security;

import io.commerceroutes.app.http.ProblemWriter;
import io.commerceroutes.app.limit.RateLimits;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Caller;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** How callers are known and kept within bounds: bearer tokens only, roles from the token's {@code roles} claim. */
@Configuration(proxyBeanMethods = false)
@Import(TokenChecks.class)
public class SecurityConfiguration {
    @Bean
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            ProblemWriter problems,
            RateLimits limits,
            JwtDecoder verification,
            AuthProperties auth,
            Clock clock,
            ObjectProvider<RequestMappingHandlerMapping> endpoints,
            @Value("${commerce.http.allowed-origins}") List<String> allowedOrigins)
            throws Exception {
        if (!allowedOrigins.isEmpty()) {
            http.addFilter(AllowedOrigins.filter(allowedOrigins, problems));
        }
        return http.csrf(AbstractHttpConfigurer::disable) // No cookie carries an identity here.
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(SecurityHeaders::apply)
                .addFilterBefore(limits.ofAddresses(), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(limits.ofUsers(), BearerTokenAuthenticationFilter.class)
                .authorizeHttpRequests(rules -> AccessRules.apply(rules, new UnnamedPaths(endpoints)))
                .oauth2ResourceServer(tokens -> tokens.jwt(
                                jwt -> jwt.decoder(new TokenMemory(verification, auth, clock))
                                        .jwtAuthenticationConverter(rolesOfTheToken()))
                        .authenticationEntryPoint((request, response, failure) -> {
                            new BearerTokenAuthenticationEntryPoint().commence(request, response, failure);
                            problems.write(response, unauthenticated(), request.getRequestURI());
                        })
                        .accessDeniedHandler((request, response, failure) -> {
                            new BearerTokenAccessDeniedHandler().handle(request, response, failure);
                            problems.write(response, forbidden(), request.getRequestURI());
                        }))
                .build();
    }

    /** Each filter of the chain would otherwise be timed apart, which takes as long as all that they do. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    Caller caller() {
        return new TokenCaller();
    }

    private static JwtAuthenticationConverter rolesOfTheToken() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(SecurityConfiguration::authorities);
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
