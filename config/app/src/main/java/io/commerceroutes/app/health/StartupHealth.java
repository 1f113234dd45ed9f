package io.commerceroutes.app.health;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;

/** Up from the moment that this role first took requests, whatever comes after that. */
class StartupHealth extends AbstractHealthIndicator {
    private volatile boolean started;

    @EventListener
    void noteStart(AvailabilityChangeEvent<ReadinessState> change) {
        started |= change.getState() == ReadinessState.ACCEPTING_TRAFFIC;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(started ? Status.UP : Status.OUT_OF_SERVICE);
    }
}
