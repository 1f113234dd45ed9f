package io.commerceroutes.local.platform;

import java.util.List;

/** Finds its way in exported spans. */
record ReceivedTraces(List<ReceivedSpan> spans) {
    /**
     * The request of that name that was about the order.
     *
     * @throws AssertionError unless there is exactly one
     */
    ReceivedSpan request(String name, String orderId) {
        return one(
                "%s of %s".formatted(name, orderId),
                spans.stream()
                        .filter(span -> span.name().equals(name))
                        .filter(span -> span.attribute("order.id").equals(orderId))
                        .toList());
    }

    List<ReceivedSpan> below(ReceivedSpan parent, String name) {
        return spans.stream()
                .filter(span -> span.name().equals(name))
                .filter(span ->
                        span.parentId().equals(parent.id()) && span.traceId().equals(parent.traceId()))
                .toList();
    }

    /**
     * Goes down from a span, a name a step.
     *
     * @throws AssertionError unless there is exactly one way
     */
    ReceivedSpan down(ReceivedSpan from, String... names) {
        ReceivedSpan at = from;
        for (String name : names) {
            at = one("%s below %s".formatted(name, at.name()), below(at, name));
        }
        return at;
    }

    /** The spans of that name that are linked to {@code span}. */
    List<ReceivedSpan> linkedTo(ReceivedSpan span, String name) {
        return spans.stream()
                .filter(other -> other.name().equals(name))
                .filter(other -> other.linkedIds().contains(span.id()))
                .toList();
    }

    /** @throws AssertionError if there is no such span */
    ReceivedSpan withId(String id) {
        return one(
                "id " + id, spans.stream().filter(span -> span.id().equals(id)).toList());
    }

    private ReceivedSpan one(String what, List<ReceivedSpan> found) {
        if (found.size() != 1) {
            throw new AssertionError("Not one, but %d spans are %s; there are %s"
                    .formatted(
                            found.size(),
                            what,
                            spans.stream().map(ReceivedSpan::name).toList()));
        }
        return found.getFirst();
    }
}
