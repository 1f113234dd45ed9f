package io.commerceroutes.pgsimulator.http;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/** No request brings Camel's own headers in, and no answer echoes a header of its request. */
public class GatewayHeaders implements HeaderFilterStrategy {
    private static final Set<String> ANSWERED = Set.of("content-type", "allow", "idempotent-replayed");

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
