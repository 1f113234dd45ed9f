package io.commerceroutes.embedded;

/** The Connector/J address of an embedded database. Source of its options: MySQL Connector/J, configuration properties. */
public final class JdbcUrl {
    /** Few round trips: batches become multi-row statements, several statements go in one, session state is not asked for. */
    private static final String OPTIONS = String.join(
            "&",
            "rewriteBatchedStatements=true",
            "allowMultiQueries=true",
            "connectionTimeZone=UTC",
            "forceConnectionTimeZoneToSession=true",
            "cachePrepStmts=true",
            "prepStmtCacheSize=250",
            "prepStmtCacheSqlLimit=4096",
            "useLocalSessionState=true",
            "cacheServerConfiguration=true",
            "connectTimeout=3000",
            "socketTimeout=60000",
            "sslMode=DISABLED");

    private JdbcUrl() {}

    public static String of(int port, String schema) {
        return "jdbc:mysql://%s:%d/%s?%s".formatted(LocalPort.HOST, port, schema, OPTIONS);
    }
}
