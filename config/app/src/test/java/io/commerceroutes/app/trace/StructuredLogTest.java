package io.commerceroutes.app.trace;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.SpanContext;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;

class StructuredLogTest {
    private static final String FORMAT = "logging.structured.format.console";
    private static final SpanContext PLACE = Traceparent.read("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
            .orElseThrow();

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withPropertyValues("spring.config.name=commerce", "spring.application.name=commerce-api");

    private final CurrentFlow current = new CurrentFlow();

    @AfterEach
    void leave() {
        current.leave();
    }

    @Test
    void in_production_a_line_is_json_with_trace_order_and_correlation_id() {
        application.run(context -> {
            current.enter(new Flow(PLACE, "checkout-7", "order-1"));

            JsonNode line = line(context.getEnvironment(), "Said \"so\"\nand so");

            assertThat(line.at("/message").asText()).isEqualTo("Said \"so\"\nand so");
            assertThat(line.at("/trace/id").asText()).isEqualTo(PLACE.getTraceId());
            assertThat(line.at("/span/id").asText()).isEqualTo(PLACE.getSpanId());
            assertThat(line.at("/correlation/id").asText()).isEqualTo("checkout-7");
            assertThat(line.at("/order/id").asText()).isEqualTo("order-1");
            assertThat(line.at("/service/name").asText()).isEqualTo("commerce-api");
        });
    }

    @Test
    void the_local_profile_writes_for_people() {
        application
                .withPropertyValues("spring.profiles.active=local")
                .run(context ->
                        assertThat(context.getEnvironment().getProperty(FORMAT)).isNull());
    }

    private static JsonNode line(Environment environment, String message) throws IOException {
        LoggerContext logback = new LoggerContext();
        logback.setMDCAdapter(MDC.getMDCAdapter());
        logback.putObject(Environment.class.getName(), environment);
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(logback);
        encoder.setFormat(environment.getRequiredProperty(FORMAT));
        encoder.start();
        LoggingEvent event = new LoggingEvent("", logback.getLogger("shop"), Level.INFO, message, null, null);
        return new ObjectMapper().readTree(encoder.encode(event));
    }
}
