package io.commerceroutes.adapters;

/** The collector's schema. */
public final class AnalyticsSchema extends TestSchema {
    private AnalyticsSchema() {
        super("analytics", "ANALYTICS_DB");
    }

    public static AnalyticsSchema migrated() {
        return new AnalyticsSchema();
    }
}
