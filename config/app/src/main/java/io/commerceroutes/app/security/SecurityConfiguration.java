package io.commerceroutes.app.security;

import io.commerceroutes.app.http.ProblemWriter;
import io.commerceroutes.app.limit.RateLimits;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Caller;
import java.util.Collection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

/** Who may call what: bearer tokens only, roles from the token's {@code roles} claim. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {
    private static final String[] OPEN_TO_GET = {"/api/v1/products/**", "/api/v1/rankings/**", "/api/v1/metrics/**"};
    private static final String[] OPEN_TO_POST = {"/api/v1/users", "/api/v1/auth/tokens", "/api/v1/payments/callback"};
    private static final String[] OPERATORS = {"/api/v1/ops/**", "/actuator/**"};
    private static final String[] CUSTOMERS = {
        "/api/v1/users/me/**",
        "/api/v1/points/**",
        "/api/v1/orders/**",
        "/api/v1/products/*/likes",
        "/api/v1/coupons/*/issue"
    };
    private static final String[] ADMINISTRATORS = {"/api/v1/products/**", "/api/v1/coupons/**"};

    @Bean
    SecurityFilterChain apiSecurity(HttpSecurity http, ProblemWriter problems, RateLimits limits) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable) // No cookie carries an identity here.
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(limits.ofAddresses(), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(limits.ofUsers(), BearerTokenAuthenticationFilter.class)
                .authorizeHttpRequests(SecurityConfiguration::rules)
                .oauth2ResourceServer(tokens -> tokens.jwt(jwt -> jwt.jwtAuthenticationConverter(rolesOfTheToken()))
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

    /** The first rule that matches decides; what no rule names needs a token, of whatever role. */
    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers("/error", "/actuator/health/**", "/actuator/prometheus")
                .permitAll();
        rules.requestMatchers(HttpMethod.GET, OPEN_TO_GET).permitAll();
        rules.requestMatchers(HttpMethod.POST, OPEN_TO_POST).permitAll();
        rules.requestMatchers(OPERATORS).hasRole("OPS");
        rules.requestMatchers(CUSTOMERS).hasRole("CUSTOMER");
        rules.requestMatchers(ADMINISTRATORS).hasRole("ADMIN");
        rules.anyRequest().authenticated();
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
