package io.commerceroutes.app.security;

import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

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
        rules.requestMatchers(paths(null, INFRASTRUCTURE)).permitAll();
        rules.requestMatchers(paths(HttpMethod.GET, DOCUMENTATION)).permitAll();
        rules.requestMatchers(paths(HttpMethod.GET, OPEN_TO_GET)).permitAll();
        rules.requestMatchers(paths(HttpMethod.POST, OPEN_TO_POST)).permitAll();
        rules.requestMatchers(paths(null, OPERATORS)).hasRole("OPS");
        rules.requestMatchers(paths(null, CUSTOMERS)).hasRole("CUSTOMER");
        rules.requestMatchers(paths(null, ADMINISTRATORS)).hasRole("ADMIN");
        rules.anyRequest().access(unnamed);
    }

    /** Patterns given as text would be looked up among all servlets with each request. */
    private static RequestMatcher[] paths(HttpMethod method, String... patterns) {
        return Stream.of(patterns)
                .map(pattern -> PathPatternRequestMatcher.withDefaults().matcher(method, pattern))
                .toArray(RequestMatcher[]::new);
    }
}
