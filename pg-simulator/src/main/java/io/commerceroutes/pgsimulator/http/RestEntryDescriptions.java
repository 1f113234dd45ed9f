package io.commerceroutes.pgsimulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.RouteDefinition;

/** Describes each route that an entry of the REST DSL becomes by what it answers, such as {@code POST /api/v1/payments}. */
public class RestEntryDescriptions extends ModelLifecycleStrategySupport {
    @Override
    public void onAddRouteDefinition(RouteDefinition route) {
        if (Boolean.TRUE.equals(route.isRest())) {
            route.setDescription(answered(route.getInput().getEndpointUri()));
        }
    }

    /** @param uri such as {@code rest://post:/api/v1/payments:/%7BtransactionKey%7D/cancel?…} */
    private static String answered(String uri) {
        String[] parts =
                uri.replaceFirst("^rest:(//)?", "").replaceFirst("\\?.*", "").split(":");
        String path = String.join("", List.of(parts).subList(1, parts.length));
        return parts[0].toUpperCase(Locale.ROOT) + " " + URLDecoder.decode(path, StandardCharsets.UTF_8);
    }
}
