package io.commerceroutes.domain.recount;

import io.commerceroutes.domain.metrics.EventKey;
import io.commerceroutes.domain.metrics.EventReading.Countable;
import io.commerceroutes.domain.metrics.ProductCounts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a recount adds up, apart from the counts that it proves; writing joins the caller's transaction. */
public interface RecountSums {
    /** Forgets what other recounts left behind. */
    void begin(long recountId);

    /** Adds up these events but for those that this recount has met before, and answers how many it added. */
    int addOnce(long recountId, Collection<Countable> events);

    /** Which of these this recount meets for the first time. */
    List<EventKey> meetOnce(long recountId, Collection<EventKey> keys);

    Map<Long, ProductCounts> countsOf(long recountId, LocalDate day);

    /** Forgets which events were met; the sums stay until the next recount. */
    void end(long recountId);
}
