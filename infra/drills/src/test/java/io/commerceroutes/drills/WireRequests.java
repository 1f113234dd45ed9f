package io.commerceroutes.drills;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** What reaches the gateway, seen at its door: how often each attempt was sent, and each refund granted. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class WireRequests extends OncePerRequestFilter {
    private static final String PAYMENTS = "/api/v1/payments";
    private static final String CANCEL = "/cancel";

    private final Map<String, Integer> sent = new ConcurrentHashMap<>();
    private final Map<String, Integer> refunded = new ConcurrentHashMap<>();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (path.equals(PAYMENTS)) {
            sent.merge(String.valueOf(request.getHeader("Idempotency-Key")), 1, Integer::sum);
        }
        chain.doFilter(request, response);
        if (path.endsWith(CANCEL) && response.getStatus() == HttpServletResponse.SC_OK) {
            String key = path.substring(PAYMENTS.length() + 1, path.length() - CANCEL.length());
            refunded.merge(key, 1, Integer::sum);
        }
    }

    /** How often each was sent, by the attempt's id, answered or not. */
    Map<String, Integer> sent() {
        return Map.copyOf(sent);
    }

    /** How often each was granted, by transaction key. */
    Map<String, Integer> refunded() {
        return Map.copyOf(refunded);
    }
}
