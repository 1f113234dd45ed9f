package io.commerceroutes.app.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.app.http.ProblemWriter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class RateLimitsTest {
    private static final RateLimitProperties SETTINGS =
            new RateLimitProperties(1, 2, 3, 4, 5, Duration.ofSeconds(2), 100, "test:");

    private final LocalBuckets buckets = new LocalBuckets(100, new StillTime());
    private final RateLimits limits = new RateLimits(
            new RateLimiter(buckets::of, buckets::of, new SimpleMeterRegistry()),
            new ProblemWriter(new ObjectMapper()),
            SETTINGS);

    @AfterEach
    void forgetTheCaller() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_address_is_told_what_is_left_and_then_refused() throws Exception {
        MockHttpServletResponse first = get(limits.ofAddresses(), "/api/v1/products");
        get(limits.ofAddresses(), "/api/v1/products");
        MockHttpServletResponse third = get(limits.ofAddresses(), "/api/v1/orders");

        assertThat(first.getStatus()).isEqualTo(200);
        assertThat(first.getHeader("RateLimit-Policy")).isEqualTo("\"address\";q=2;w=1");
        assertThat(first.getHeader("RateLimit")).isEqualTo("\"address\";r=1;t=1");
        assertThat(first.getHeader("Retry-After")).isNull();
        assertThat(third.getStatus()).isEqualTo(429);
        assertThat(third.getHeader("Retry-After")).isEqualTo("1");
        assertThat(third.getHeader("RateLimit")).isEqualTo("\"address\";r=0;t=1");
        assertThat(third.getContentType()).isEqualTo("application/problem+json");
        assertThat(third.getContentAsString()).contains("RATE_LIMITED", "/api/v1/orders");
    }

    @Test
    void a_user_is_limited_from_whatever_address() throws Exception {
        callAs(token("7"));
        MockHttpServletResponse first = get(limits.ofUsers(), "/api/v1/points", "192.0.2.1");
        MockHttpServletResponse second = get(limits.ofUsers(), "/api/v1/points", "192.0.2.2");

        assertThat(first.getHeader("RateLimit")).isEqualTo("\"user\";r=0;t=1");
        assertThat(second.getStatus()).isEqualTo(429);
    }

    @Test
    void who_shows_no_token_is_no_user() throws Exception {
        callAs(new AnonymousAuthenticationToken(
                "k", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));

        assertThat(get(limits.ofUsers(), "/api/v1/products").getHeader("RateLimit"))
                .isNull();
    }

    @Test
    void both_limits_share_a_line() throws Exception {
        callAs(token("8"));
        MockHttpServletResponse answer = new MockHttpServletResponse();
        MockHttpServletRequest request = request("GET", "/api/v1/points", "192.0.2.1");
        Filter users = limits.ofUsers();
        FilterChain thenUsers = (sent, answered) -> users.doFilter(sent, answered, new MockFilterChain());
        limits.ofAddresses().doFilter(request, answer, thenUsers);

        assertThat(answer.getHeaders("RateLimit")).containsExactly("\"address\";r=1;t=1, \"user\";r=0;t=1");
        assertThat(answer.getHeaders("RateLimit-Policy")).containsExactly("\"address\";q=2;w=1, \"user\";q=1;w=1");
    }

    @Test
    void the_gateways_callback_does_not_wait_behind_other_calls_of_its_address() throws Exception {
        for (int i = 0; i < 3; i++) {
            get(limits.ofAddresses(), "/api/v1/products");
        }
        MockHttpServletResponse callback = new MockHttpServletResponse();
        send(limits.ofAddresses(), request("POST", "/api/v1/payments/callback", "192.0.2.1"), callback);

        assertThat(callback.getHeader("RateLimit")).isEqualTo("\"callback\";r=2;t=1");
    }

    @Test
    void probes_and_measurements_are_never_refused() throws Exception {
        for (String path : new String[] {"/actuator/health", "/actuator/health/readiness", "/actuator/prometheus"}) {
            assertThat(get(limits.ofAddresses(), path).getHeader("RateLimit")).isNull();
        }
        assertThat(get(limits.ofAddresses(), "/actuator/jolokia").getHeader("RateLimit"))
                .isNotNull();
    }

    private static void callAs(Authentication caller) {
        SecurityContextHolder.getContext().setAuthentication(caller);
    }

    private static JwtAuthenticationToken token(String subject) {
        return new JwtAuthenticationToken(
                Jwt.withTokenValue("t").header("alg", "RS256").subject(subject).build(), AuthorityUtils.NO_AUTHORITIES);
    }

    private static MockHttpServletResponse get(Filter filter, String path) throws Exception {
        return get(filter, path, "192.0.2.1");
    }

    private static MockHttpServletResponse get(Filter filter, String path, String address) throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        send(filter, request("GET", path, address), answer);
        return answer;
    }

    private static MockHttpServletRequest request(String method, String path, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        return request;
    }

    private static void send(Filter filter, MockHttpServletRequest request, MockHttpServletResponse answer)
            throws Exception {
        filter.doFilter(request, answer, new MockFilterChain());
    }
}
