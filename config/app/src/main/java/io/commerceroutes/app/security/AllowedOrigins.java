package io.commerceroutes.app.security;

import io.commerceroutes.app.http.ProblemWriter;
import io.commerceroutes.routes.http.ApiProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Whose pages may call the API from a browser. Tokens travel in a header that pages set, so no cookie is let in. */
final class AllowedOrigins {
    private static final Duration PREFLIGHT_KEPT = Duration.ofHours(1);

    private AllowedOrigins() {}

    /** Without any origin, browsers keep to themselves what other pages ask for: no answer allows it. */
    static CorsFilter filter(List<String> origins, ProblemWriter problems) {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(origins);
        allowed.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        allowed.setAllowedHeaders(
                List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, "Idempotency-Key", "traceparent"));
        allowed.setExposedHeaders(List.of(
                HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER, "RateLimit", "RateLimit-Policy", "Idempotent-Replayed"));
        allowed.setMaxAge(PREFLIGHT_KEPT);
        UrlBasedCorsConfigurationSource paths = new UrlBasedCorsConfigurationSource();
        paths.registerCorsConfiguration("/api/**", allowed);
        CorsFilter filter = new CorsFilter(paths);
        filter.setCorsProcessor(new Refusal(problems));
        return filter;
    }

    private static final class Refusal extends DefaultCorsProcessor {
        private final ProblemWriter problems;

        Refusal(ProblemWriter problems) {
            this.problems = problems;
        }

        @Override
        protected void rejectRequest(ServerHttpResponse response) throws IOException {
            ApiProblem foreign = new ApiProblem(403, "FORBIDDEN", "Pages of this origin may not call.");
            problems.write(((ServletServerHttpResponse) response).getServletResponse(), foreign, null);
        }
    }
}
