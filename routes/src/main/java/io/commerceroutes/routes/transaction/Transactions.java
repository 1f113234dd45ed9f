package io.commerceroutes.routes.transaction;

/** Names of the transaction policies that transacted routes choose from. */
public final class Transactions {
    /** Plain JDBC, for the hot path. */
    public static final String JDBC = "jdbc-transaction";
    /** JPA and JDBC on one connection. */
    public static final String JPA = "jpa-transaction";
    /** Read only, every query sees the same moment. */
    public static final String SNAPSHOT = "snapshot-transaction";

    private Transactions() {}
}
