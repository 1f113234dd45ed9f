package io.commerceroutes.domain.product;

import java.util.List;
import java.util.Map;

/** Which products were viewed most of late. An estimate: it may lose views, and is never a reason to fail. */
public interface ViewedProducts {
    /** @param views how often each product was viewed, by its id */
    void count(Map<Long, Long> views);

    /** The ids of the most viewed products, most viewed first; none if that is not known now. */
    List<Long> mostViewed(int limit);
}
