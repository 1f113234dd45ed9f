package io.commerceroutes.app.trace;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The spans that have ended, in the order in which they did. */
public final class KeptSpans implements SpanExporter {
    private final List<SpanData> ended = new CopyOnWriteArrayList<>();

    /** One that keeps its spans here: those of sampled parents, and of others what {@code rest} says. */
    public Tracer tracer(Sampler rest) {
        return SdkTracerProvider.builder()
                .setSampler(Sampler.parentBased(rest))
                .addSpanProcessor(SimpleSpanProcessor.create(this))
                .build()
                .get("test");
    }

    public Tracer tracer() {
        return tracer(Sampler.alwaysOn());
    }

    public List<SpanData> all() {
        return List.copyOf(ended);
    }

    public void forget() {
        ended.clear();
    }

    /** @throws AssertionError unless there is exactly one */
    public SpanData named(String name) {
        List<SpanData> found =
                ended.stream().filter(span -> span.getName().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError("Not one span named %s in %s".formatted(name, ended));
        }
        return found.getFirst();
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        ended.addAll(spans);
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
