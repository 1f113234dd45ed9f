package io.commerceroutes.app.trace;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>, version 00: what
 * is written otherwise, or longer, is none.
 */
public final class Traceparent {
    public static final String HEADER = "traceparent";

    private static final Pattern VERSION_00 =
            Pattern.compile("00-((?!0{32})[0-9a-f]{32})-((?!0{16})[0-9a-f]{16})-([0-9a-f]{2})");
    private static final IdGenerator IDS = IdGenerator.random();

    private Traceparent() {}

    /** @param header may be null */
    public static Optional<SpanContext> read(String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher parts = VERSION_00.matcher(header);
        return parts.matches()
                ? Optional.of(SpanContext.createFromRemoteParent(
                        parts.group(1), parts.group(2), TraceFlags.fromHex(parts.group(3), 0), TraceState.getDefault()))
                : Optional.empty();
    }

    static String of(SpanContext place) {
        return "00-" + place.getTraceId() + "-" + place.getSpanId() + "-"
                + place.getTraceFlags().asHex();
    }

    /** A place in a new trace whose spans nobody keeps. */
    static SpanContext unsampled() {
        return SpanContext.create(
                IDS.generateTraceId(), IDS.generateSpanId(), TraceFlags.getDefault(), TraceState.getDefault());
    }
}
