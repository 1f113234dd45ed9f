package io.commerceroutes.routes.transaction;

import java.util.function.BooleanSupplier;

/** Somebody who can hold a transaction open around a piece of work. */
@FunctionalInterface
public interface TransactionScope {
    /**
     * Runs the work in a transaction and commits if it answers true; else rolls back.
     *
     * @throws RuntimeException if there is no transaction to be had, or the commit fails
     */
    void run(BooleanSupplier work);
}
