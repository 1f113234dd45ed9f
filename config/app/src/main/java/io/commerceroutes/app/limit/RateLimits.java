package io.commerceroutes.app.limit;

import io.commerceroutes.app.http.ProblemWriter;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which request counts against which limit. */
public class RateLimits {
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    /** An overloaded instance that fails its probes as well would be ended for it. */
    private static final RequestMatcher UNLIMITED =
            new OrRequestMatcher(PATHS.matcher("/actuator/health/**"), PATHS.matcher("/actuator/prometheus"));

    /** All settlements come from the gateway's few addresses, each is told once, and none may wait behind other calls. */
    private static final RequestMatcher CALLBACK = PATHS.matcher(HttpMethod.POST, "/api/v1/payments/callback");

    /** To check a password takes long, and who guesses should not get far. */
    private static final RequestMatcher LOGIN = PATHS.matcher(HttpMethod.POST, "/login");

    private final RateLimiter limiter;
    private final ProblemWriter problems;
    private final RateLimit user;
    private final RateLimit address;
    private final RateLimit callback;
    private final RateLimit login;

    RateLimits(RateLimiter limiter, ProblemWriter problems, RateLimitProperties settings) {
        this.limiter = limiter;
        this.problems = problems;
        this.user = settings.user();
        this.address = settings.address();
        this.callback = settings.callback();
        this.login = settings.login();
    }

    /** Limits every address; stands before anything that costs more than to count. */
    public Filter ofAddresses() {
        return new RateLimitFilter("address-limit", this::byAddress, limiter, problems);
    }

    /** Limits every user, from however many addresses; stands behind the check of its token. */
    public Filter ofUsers() {
        return new RateLimitFilter("user-limit", this::byUser, limiter, problems);
    }

    private Optional<Claim> byAddress(HttpServletRequest request) {
        if (UNLIMITED.matches(request)) {
            return Optional.empty();
        }
        RateLimit limit = CALLBACK.matches(request) ? callback : LOGIN.matches(request) ? login : address;
        return Optional.of(new Claim(limit, ClientAddress.of(request.getRemoteAddr())));
    }

    private Optional<Claim> byUser(HttpServletRequest request) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller instanceof JwtAuthenticationToken && !UNLIMITED.matches(request)
                ? Optional.of(new Claim(user, caller.getName()))
                : Optional.empty();
    }
}
