package io.commerceroutes.domain.recount;

import java.util.Map;

/** Up to where records of each partition were counted or given up for good. */
public record CommittedOffsets(Map<Place, Long> nextOffsets) {
    public CommittedOffsets {
        nextOffsets = Map.copyOf(nextOffsets);
    }

    /** A partition of a topic. */
    public record Place(String topic, int partition) {}

    public boolean passed(RetainedRecord retained) {
        return retained.offset() < nextOffsets.getOrDefault(new Place(retained.topic(), retained.partition()), 0L);
    }
}
