package io.commerceroutes.app.security;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Who may call what. The first rule that matches decides; what no rule names is open to nobody. */
final class AccessRules {
    private static final String[] INFRASTRUCTURE = {"/error", "/actuator/health/**", "/actuator/prometheus"};
    private static final String[] DOCUMENTATION = {
        "/swagger-ui.html", "/swagger-ui/**", "/api-doc", "/api-doc/**", "/favicon.ico"
    };
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

    private AccessRules() {}

    static void apply(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules,
            UnnamedPaths unnamed) {
        rules.requestMatchers(INFRASTRUCTURE).permitAll();
        rules.requestMatchers(HttpMethod.GET, DOCUMENTATION).permitAll();
        rules.requestMatchers(HttpMethod.GET, OPEN_TO_GET).permitAll();
        rules.requestMatchers(HttpMethod.POST, OPEN_TO_POST).permitAll();
        rules.requestMatchers(OPERATORS).hasRole("OPS");
        rules.requestMatchers(CUSTOMERS).hasRole("CUSTOMER");
        rules.requestMatchers(ADMINISTRATORS).hasRole("ADMIN");
        rules.anyRequest().access(unnamed);
    }
}
