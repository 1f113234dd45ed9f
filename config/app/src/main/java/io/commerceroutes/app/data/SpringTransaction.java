package io.commerceroutes.app.data;

import io.commerceroutes.routes.transaction.TransactionScope;
import java.util.function.BooleanSupplier;
import org.springframework.transaction.support.TransactionOperations;

/** What Spring's transactions are to the routes. */
public record SpringTransaction(TransactionOperations transaction) implements TransactionScope {
    @Override
    public void run(BooleanSupplier work) {
        transaction.executeWithoutResult(status -> {
            if (!work.getAsBoolean()) {
                status.setRollbackOnly();
            }
        });
    }
}
