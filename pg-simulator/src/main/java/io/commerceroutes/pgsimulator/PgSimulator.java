package io.commerceroutes.pgsimulator;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The payment gateway's stand-in: an application of its own that shares nothing with the platform but HTTP. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({SimulatorFoundation.class, GatewayConfiguration.class})
public class PgSimulator {
    public static void main(String[] args) {
        application().run(args);
    }

    /** Prepares the simulator; its settings come from {@code pg-simulator.yml}. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(PgSimulator.class).properties("spring.config.name=pg-simulator");
    }
}
