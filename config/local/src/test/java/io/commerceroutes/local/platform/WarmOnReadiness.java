package io.commerceroutes.local.platform;

import java.util.Set;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** What Redis held at the moment when a role said that it was ready. */
public class WarmOnReadiness {
    private final RedisConnectionFactory redis;
    private Set<String> keys = Set.of();

    public WarmOnReadiness(RedisConnectionFactory redis) {
        this.redis = redis;
    }

    @EventListener
    void ready(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            keys = PatientRedis.ask(redis, patient -> patient.keys("*"));
        }
    }

    Set<String> keys() {
        return keys;
    }
}
