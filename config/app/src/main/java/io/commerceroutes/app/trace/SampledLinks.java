package io.commerceroutes.app.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/** Keeps a span that is linked to one that is kept, so that a trace does not end at Kafka; of the others, what {@code rest} keeps. */
record SampledLinks(Sampler rest) implements Sampler {
    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        boolean linked = links.stream().anyMatch(link -> link.getSpanContext().isSampled());
        return linked
                ? SamplingResult.create(SamplingDecision.RECORD_AND_SAMPLE)
                : rest.shouldSample(parent, traceId, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "SampledLinks{" + rest.getDescription() + "}";
    }
}
