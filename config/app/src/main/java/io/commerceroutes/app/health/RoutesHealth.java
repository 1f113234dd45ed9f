package io.commerceroutes.app.health;

import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/**
 * Each route's state, by its id. One that should run and does not makes the role unwell, but neither unready nor dead:
 * the others go on, and no restart is better than the one that stopped it.
 */
class RoutesHealth extends AbstractHealthIndicator {
    private final CamelContext camel;

    RoutesHealth(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        TreeMap<String, ServiceStatus> states = new TreeMap<>();
        boolean allRun = true;
        for (Route route : camel.getRoutes()) {
            ServiceStatus state = camel.getRouteController().getRouteStatus(route.getRouteId());
            states.put(route.getRouteId(), state);
            allRun &= state == ServiceStatus.Started || !route.isAutoStartup();
        }
        health.status(allRun ? Status.UP : Status.DOWN).withDetails(states);
    }
}
