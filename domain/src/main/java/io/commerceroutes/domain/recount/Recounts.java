package io.commerceroutes.domain.recount;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The ledger of recounts. Of all instances together, one recount runs at a time. */
public interface Recounts {
    /** Writes a request down and answers its id. */
    long request(RecountRange range);

    /** Takes the oldest request, unless a recount is running; one whose lease has ended counts as failed. */
    Optional<Recount> claimNext(Duration lease);

    /** Writes the result down, unless the recount has lost its lease. */
    void done(long recountId, RecountReport report);

    /** Writes down why there is no result. */
    void failed(long recountId, String error);

    Optional<Recount> find(long recountId);

    /** A page of the ledger, newest first, without examples. */
    Page page(int page, int size);

    /** One page and how many there are in all. */
    record Page(List<Recount> items, long totalCount) {}
}
