package io.commerceroutes.app.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Locale;
import org.apache.camel.component.http.CompositeHttpConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.tracing.TracingProperties;
import org.springframework.boot.actuate.autoconfigure.tracing.TracingProperties.OpenTelemetry.Export;
import org.springframework.boot.actuate.autoconfigure.tracing.otlp.OtlpTracingProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spans, and where they go: only where an address for them is set is anything of this there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${management.otlp.tracing.endpoint:}'.isBlank()")
@EnableConfigurationProperties({TracingProperties.class, OtlpTracingProperties.class})
class SpanExport {
    private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

    @Bean
    SpanExporter spanExporter(OtlpTracingProperties settings) {
        OtlpHttpSpanExporterBuilder exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(settings.getEndpoint())
                .setTimeout(settings.getTimeout())
                .setConnectTimeout(settings.getConnectTimeout())
                .setCompression(settings.getCompression().name().toLowerCase(Locale.ROOT));
        settings.getHeaders().forEach(exporter::addHeader);
        return exporter.build();
    }

    /** What does not fit into the queue is lost, so that nobody waits for where spans go. */
    @Bean
    SdkTracerProvider tracerProvider(
            SpanExporter exporter, TracingProperties tracing, @Value("${spring.application.name}") String service) {
        Export settings = tracing.getOpentelemetry().getExport();
        return SdkTracerProvider.builder()
                .setResource(Resource.getDefault().merge(Resource.create(Attributes.of(SERVICE_NAME, service))))
                .setSampler(Sampler.parentBased(new SampledLinks(
                        Sampler.traceIdRatioBased(tracing.getSampling().getProbability()))))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setExporterTimeout(settings.getTimeout())
                        .setScheduleDelay(settings.getScheduleDelay())
                        .setMaxQueueSize(settings.getMaxQueueSize())
                        .setMaxExportBatchSize(settings.getMaxBatchSize())
                        .build())
                .build();
    }

    @Bean
    Tracer tracer(SdkTracerProvider provider) {
        return provider.get("io.commerceroutes");
    }

    @Bean
    RouteSpans routeSpans(Tracer tracer, ObjectProvider<SpanOrigin> origins) {
        return new RouteSpans(tracer, origins.stream().toList());
    }

    @Bean
    ComponentCustomizer tracedEvents(Tracer tracer) {
        return ComponentCustomizer.forType(
                KafkaComponent.class,
                kafka -> kafka.setKafkaClientFactory(new TracedKafkaClients(new SendSpans(tracer))));
    }

    /** The gateway is told which trace it is asked in. */
    @Bean
    ComponentCustomizer tracedCalls(CurrentFlow current) {
        return ComponentCustomizer.forType(
                HttpComponent.class,
                http -> http.setHttpClientConfigurer(CompositeHttpConfigurer.combineConfigurers(
                        http.getHttpClientConfigurer(),
                        client -> client.addRequestInterceptorLast((request, body, context) -> current.traceparent()
                                .ifPresent(place -> request.setHeader(Traceparent.HEADER, place))))));
    }
}
