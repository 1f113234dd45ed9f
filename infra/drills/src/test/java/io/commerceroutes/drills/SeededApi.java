package io.commerceroutes.drills;

import io.commerceroutes.app.Role;
import io.commerceroutes.local.DemoCatalogue;
import java.util.Map;

/** A commerce-api that fills an empty database with the demo catalogue, as the local run does. */
public final class SeededApi {
    private SeededApi() {}

    public static void main(String[] arguments) {
        Role.API.application(Map.of()).sources(DemoCatalogue.class).run(arguments);
    }
}
