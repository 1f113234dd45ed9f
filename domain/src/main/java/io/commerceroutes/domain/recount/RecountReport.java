package io.commerceroutes.domain.recount;

import java.time.Instant;
import java.util.List;

/**
 * What a recount found.
 *
 * @param eventsRead records that Kafka still holds, of all days
 * @param eventsCounted handled events of the range, each once
 * @param missing events of the range that were read and committed, but are neither handled nor dead letters
 * @param missingExamples ids of some of those
 * @param earliestRetained since when Kafka still holds everything; null when it never dropped a record
 * @param differences products and days whose stored counts are not what their events add up to
 * @param examples some of those, oldest first
 */
public record RecountReport(
        long eventsRead,
        long eventsCounted,
        long missing,
        List<String> missingExamples,
        Instant earliestRetained,
        long differences,
        List<Difference> examples) {
    /** Of each kind. */
    public static final int EXAMPLES_MAX = 100;

    public RecountReport {
        missingExamples = List.copyOf(missingExamples);
        examples = List.copyOf(examples);
    }
}
