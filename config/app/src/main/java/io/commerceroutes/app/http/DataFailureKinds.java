package io.commerceroutes.app.http;

import io.commerceroutes.routes.http.FailureKinds;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Spring's data-access exceptions and Kafka's, sorted by what can be done about them. */
public class DataFailureKinds implements FailureKinds {
    @Override
    public boolean isConflict(Throwable failure) {
        return causes(failure).anyMatch(ConcurrencyFailureException.class::isInstance);
    }

    @Override
    public boolean isOutage(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof CannotCreateTransactionException
                        || cause instanceof DataAccessResourceFailureException
                        || cause instanceof TransientDataAccessResourceException
                        || cause instanceof TransientDataAccessException
                        || cause instanceof RecoverableDataAccessException
                        || cause instanceof TransactionSystemException
                        || cause instanceof RetriableException);
    }

    @Override
    public boolean isTooLarge(Throwable failure) {
        return causes(failure)
                .anyMatch(cause ->
                        cause instanceof RecordTooLargeException || cause instanceof RecordBatchTooLargeException);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
