package io.commerceroutes.adapters;

/** The transaction side's schema. */
public final class CommerceSchema extends TestSchema {
    private CommerceSchema() {
        super("commerce", "COMMERCE_DB");
    }

    public static CommerceSchema migrated() {
        return new CommerceSchema();
    }
}
