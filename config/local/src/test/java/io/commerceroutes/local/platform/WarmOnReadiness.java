package io.commerceroutes.local.platform;

import java.util.Set;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What Redis held at the moment when a role said that it was ready. */
public class WarmOnReadiness {
    private final StringRedisTemplate redis;
    private Set<String> keys = Set.of();

    public WarmOnReadiness(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @EventListener
    void ready(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            keys = redis.keys("*");
        }
    }

    Set<String> keys() {
        return keys;
    }
}
