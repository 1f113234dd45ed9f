package io.commerceroutes.pgsimulator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes of this gateway the one that exists: there is no refund call, and an Idempotency-Key means nothing to it. */
public class PlainContract extends OncePerRequestFilter {
    private static final String PAYMENTS = "/api/v1/payments";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PAYMENTS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().endsWith("/cancel")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        chain.doFilter(new WithoutKey(request), response);
    }

    private static final class WithoutKey extends HttpServletRequestWrapper {
        private static final String KEY = "Idempotency-Key";

        WithoutKey(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return KEY.equalsIgnoreCase(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return KEY.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !KEY.equalsIgnoreCase(name))
                    .toList());
        }
    }
}
