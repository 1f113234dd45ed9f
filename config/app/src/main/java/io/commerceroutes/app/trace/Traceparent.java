package io.commerceroutes.app.trace;

import io.commerceroutes.domain.event.TraceContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the trace that a request belongs to from its header, or begins one, and keeps it with the request's thread. */
public class Traceparent extends OncePerRequestFilter implements TraceContext {
    private static final String HEADER = "traceparent";
    private static final Pattern VERSION_00 =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int TRACE_ID_BYTES = 16;
    private static final int PARENT_ID_BYTES = 8;

    private final SecureRandom random = new SecureRandom();

    @Override
    public Optional<String> traceparent() {
        return Optional.ofNullable(MDC.get(HEADER));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(HEADER);
        MDC.put(HEADER, given != null && VERSION_00.matcher(given).matches() ? given : begin());
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(HEADER);
        }
    }

    private String begin() {
        return "00-" + hex(TRACE_ID_BYTES) + "-" + hex(PARENT_ID_BYTES) + "-01";
    }

    private String hex(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
