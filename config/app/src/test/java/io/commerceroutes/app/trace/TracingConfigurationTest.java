package io.commerceroutes.app.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import org.apache.camel.spi.ComponentCustomizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TracingConfigurationTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withPropertyValues(
                    "spring.config.name=commerce",
                    "spring.application.name=commerce-api",
                    // The thread that exports ends after its next look.
                    "management.tracing.opentelemetry.export.schedule-delay=50ms")
            .withUserConfiguration(TracingConfiguration.class);

    @BeforeEach
    @AfterEach
    void awaitNoThread() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(exportThreads()).isZero());
    }

    @Test
    void without_an_endpoint_nothing_exports_or_makes_spans() {
        application.run(context -> {
            assertThat(context)
                    .doesNotHaveBean(SpanExporter.class)
                    .doesNotHaveBean(SdkTracerProvider.class)
                    .doesNotHaveBean(ComponentCustomizer.class);
            assertThat(context.getBean(Tracer.class)
                            .spanBuilder("any")
                            .startSpan()
                            .isRecording())
                    .isFalse();
            assertThat(exportThreads()).isZero();
        });
    }

    @Test
    void with_an_endpoint_a_share_of_the_requests_is_kept_and_the_threads_end_with_the_application() {
        application
                .withPropertyValues(
                        "management.otlp.tracing.endpoint=http://127.0.0.1:9/v1/traces",
                        "management.tracing.sampling.probability=0.25")
                .run(context -> {
                    assertThat(context).hasSingleBean(SpanExporter.class);
                    assertThat(context.getBean(SdkTracerProvider.class)
                                    .getSampler()
                                    .getDescription())
                            .contains("ParentBased", "SampledLinks", "0.25");
                    assertThat(exportThreads()).isOne();
                });
    }

    @Test
    void one_request_in_ten_is_kept_by_default() {
        application
                .withPropertyValues("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://127.0.0.1:9/v1/traces")
                .run(context -> assertThat(context.getBean(SdkTracerProvider.class)
                                .getSampler()
                                .getDescription())
                        .contains("0.1"));
    }

    private static long exportThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("BatchSpanProcessor"))
                .count();
    }
}
