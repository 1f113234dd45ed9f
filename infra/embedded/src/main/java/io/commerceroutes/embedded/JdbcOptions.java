package io.commerceroutes.embedded;

/** The one list of Connector/J options that addresses of ours carry. Source: MySQL Connector/J, configuration properties. */
public final class JdbcOptions {
    /** Few round trips: batches become multi-row statements, several statements go in one, session state is not asked for. */
    public static final String RECOMMENDED = String.join(
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
            "socketTimeout=60000");

    private JdbcOptions() {}
}
