package io.commerceroutes.adapters.metrics;

import io.commerceroutes.domain.metrics.UncountableException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;

/** Tells what the database refuses for its values from what it cannot do now. */
final class Refusals {
    /** MySQL's "Check constraint is violated", which has no SQL state of its own. */
    private static final int CHECK_VIOLATED = 3819;

    private Refusals() {}

    /**
     * Runs a write.
     *
     * @throws UncountableException when its values can never be stored
     */
    static void orUncountable(Runnable write) {
        try {
            write.run();
        } catch (DataIntegrityViolationException refused) {
            throw new UncountableException("The values do not fit their table", refused);
        } catch (UncategorizedSQLException refused) {
            if (refused.getSQLException().getErrorCode() == CHECK_VIOLATED) {
                throw new UncountableException("The values break a rule of their table", refused);
            }
            throw refused;
        }
    }
}
