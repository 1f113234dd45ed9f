package io.commerceroutes.app.limit;

import io.commerceroutes.app.http.ProblemWriter;
import io.commerceroutes.routes.http.ApiProblem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells every caller what is left of its limits (draft-ietf-httpapi-ratelimit-headers-11), and answers 429 where nothing
 * is.
 */
class RateLimitFilter extends OncePerRequestFilter {
    static final String POLICY = "RateLimit-Policy";
    static final String STATE = "RateLimit";

    private final String name;
    private final Function<HttpServletRequest, Optional<Claim>> claims;
    private final RateLimiter limiter;
    private final ProblemWriter problems;

    /**
     * @param name apart from other filters of this kind: each runs once a request
     * @param claims what a request counts against; none for one that is not limited
     */
    RateLimitFilter(
            String name,
            Function<HttpServletRequest, Optional<Claim>> claims,
            RateLimiter limiter,
            ProblemWriter problems) {
        this.name = name;
        this.claims = claims;
        this.limiter = limiter;
        this.problems = problems;
    }

    @Override
    protected String getAlreadyFilteredAttributeName() {
        return name + ALREADY_FILTERED_SUFFIX;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Claim> claim = claims.apply(request);
        if (claim.isPresent() && !isServed(claim.get(), response)) {
            problems.write(response, refusal(claim.get().limit()), request.getRequestURI());
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isServed(Claim claim, HttpServletResponse response) {
        RateLimit limit = claim.limit();
        Quota quota = limiter.take(claim);
        add(response, POLICY, "\"%s\";q=%d;w=%d", limit.name(), limit.perSecond(), RateLimit.WINDOW.toSeconds());
        add(response, STATE, "\"%s\";r=%d;t=%d", limit.name(), quota.remaining(), quota.waitSeconds());
        if (!quota.granted()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(quota.waitSeconds()));
        }
        return quota.granted();
    }

    /** Both are lists of structured fields (RFC 9651); the limits of one request share a line. */
    private static void add(HttpServletResponse response, String header, String item, Object... values) {
        String added = item.formatted(values);
        String before = response.getHeader(header);
        response.setHeader(header, before == null ? added : before + ", " + added);
    }

    private static ApiProblem refusal(RateLimit limit) {
        return new ApiProblem(
                429,
                "RATE_LIMITED",
                "One %s may send %d requests a second.".formatted(limit.name(), limit.perSecond()));
    }
}
