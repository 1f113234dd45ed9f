package io.commerceroutes.routes.transaction;

/**
 * Names of the transaction policies that transacted routes choose from. A transacted route has no error handler: what
 * fails in it rolls back and is up to the route that called, which can run the whole transaction again.
 */
public final class Transactions {
    /** Plain JDBC, for the hot path. */
    public static final String JDBC = "jdbc-transaction";
    /** JPA and JDBC on one connection. */
    public static final String JPA = "jpa-transaction";
    /** Read only, every query sees the same moment. */
    public static final String SNAPSHOT = "snapshot-transaction";

    private Transactions() {}
}
