package io.commerceroutes.local.platform;

import io.commerceroutes.app.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** A commerce-collector to whom it is another time: {@code --drill.clock-offset} later than it is. */
public final class ShiftedCollector {
    private ShiftedCollector() {}

    public static void main(String[] arguments) {
        Role.COLLECTOR
                .application(Map.of())
                .sources(ShiftedClock.class)
                .profiles("local")
                .run(arguments);
    }

    /** The clock that everyone in it gets. */
    @Configuration(proxyBeanMethods = false)
    static class ShiftedClock {
        @Bean
        @Primary
        Clock drillClock(@Value("${drill.clock-offset}") Duration offset) {
            return Clock.offset(Clock.systemUTC(), offset);
        }
    }
}
