package io.commerceroutes.routes.http;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * What crosses between HTTP and the routes: a request cannot bring Camel's own headers in, and an answer carries only
 * the headers that are meant for its reader, so that no request header is echoed.
 */
public class TrustedHeaders implements HeaderFilterStrategy {
    private static final Set<String> ANSWERED =
            Set.of("content-type", "location", "retry-after", "idempotent-replayed", "www-authenticate", "allow");

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("camel") || lower.startsWith("org.apache.camel");
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !ANSWERED.contains(name.toLowerCase(Locale.ROOT));
    }
}
