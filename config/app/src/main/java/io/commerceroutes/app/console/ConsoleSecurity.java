package io.commerceroutes.app.console;

import io.commerceroutes.app.limit.RateLimits;
import io.commerceroutes.app.security.BearerTokens;
import io.commerceroutes.app.security.SecurityHeaders;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may use Hawtio and Jolokia: role OPS, by the form at /login or by a bearer token. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleSettings.class)
@Import(ConsoleSessions.class)
public class ConsoleSecurity {
    private static final String HAWTIO = "/actuator/hawtio";
    private static final String LOGIN = "/login";
    private static final String FAILED = "/login?error";

    /** Also for what Hawtio serves by servlets of its own, whose paths other matchers see only the end of. */
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    private static final RequestMatcher CONSOLE = new OrRequestMatcher(
            PATHS.matcher(LOGIN),
            PATHS.matcher("/default-ui.css"),
            PATHS.matcher(HAWTIO + "/**"),
            PATHS.matcher("/actuator/jolokia/**"));

    /** Hawtio would speak to other servers in the operator's name, and has a login of its own. */
    private static final RequestMatcher UNUSED = new AndRequestMatcher(
            new OrRequestMatcher(PATHS.matcher(HAWTIO + "/proxy/**"), PATHS.matcher(HAWTIO + "/auth/login")),
            new NegatedRequestMatcher(PATHS.matcher(HAWTIO + "/proxy/enabled")));

    /** Hawtio's link; the cookie is not sent along with what another site asks for, so this needs no token. */
    private static final RequestMatcher LOGOUT = PATHS.matcher(HttpMethod.GET, HAWTIO + "/auth/logout");

    @Bean
    @Order(1)
    SecurityFilterChain consoleChain(
            HttpSecurity http, ConsoleSettings settings, BearerTokens tokens, RateLimits limits) throws Exception {
        return http.securityMatcher(CONSOLE)
                .csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(tokenForScripts()))
                .requestCache(AbstractHttpConfigurer::disable) // Strangers get no session to remember it in.
                .headers(SecurityHeaders::apply)
                .addFilterBefore(limits.ofAddresses(), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(rules ->
                        rules.requestMatchers(UNUSED).denyAll().anyRequest().hasRole("OPS"))
                .oauth2ResourceServer(tokens::accept)
                .authenticationProvider(operators(settings))
                .formLogin(form -> form.defaultSuccessUrl(HAWTIO + "/", true)
                        .failureUrl(FAILED)
                        .withObjectPostProcessor(failuresWithoutSession()))
                .logout(logout -> logout.logoutRequestMatcher(LOGOUT).logoutSuccessUrl("/login?logout"))
                .build();
    }

    /** Hawtio sends back what is in the cookie, so the cookie is set with every answer and holds the token itself. */
    private static CsrfTokenRequestAttributeHandler tokenForScripts() {
        CsrfTokenRequestAttributeHandler handler = new CsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }

    private static DaoAuthenticationProvider operators(ConsoleSettings settings) {
        InMemoryUserDetailsManager known = new InMemoryUserDetailsManager();
        if (settings.hasOperator()) {
            known.createUser(User.withUsername(settings.user())
                    .password(settings.passwordHash())
                    .roles("OPS")
                    .build());
        }
        DaoAuthenticationProvider operators = new DaoAuthenticationProvider(known);
        operators.setPasswordEncoder(new BCryptPasswordEncoder());
        return operators;
    }

    /** By default each failure leaves a session behind, only to say what failed. */
    private static ObjectPostProcessor<UsernamePasswordAuthenticationFilter> failuresWithoutSession() {
        SimpleUrlAuthenticationFailureHandler handler = new SimpleUrlAuthenticationFailureHandler(FAILED);
        handler.setAllowSessionCreation(false);
        return new ObjectPostProcessor<>() {
            @Override
            public <T extends UsernamePasswordAuthenticationFilter> T postProcess(T filter) {
                filter.setAuthenticationFailureHandler(handler);
                return filter;
            }
        };
    }
}
