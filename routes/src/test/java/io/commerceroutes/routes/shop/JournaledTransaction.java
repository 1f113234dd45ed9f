package io.commerceroutes.routes.shop;

import io.commerceroutes.routes.transaction.TransactionScope;
import java.util.function.BooleanSupplier;

/** A transaction over what the shop keeps: what was there before comes back unless its work and its commit succeed. */
record JournaledTransaction(String name, Shop shop) implements TransactionScope {
    /** The last moment at which others can still commit something. */
    static final String BEFORE_BEGIN = "before begin";

    @Override
    public void run(BooleanSupplier work) {
        if (shop.isInTransaction()) {
            // Joins the one that is under way.
            work.getAsBoolean();
            return;
        }
        shop.journal().pass(BEFORE_BEGIN);
        ShopState before = shop.begin();
        boolean committed = false;
        try {
            shop.journal().enter("begin " + name);
            if (work.getAsBoolean()) {
                shop.journal().enter("commit");
                committed = true;
            }
        } finally {
            if (!committed) {
                shop.rollBack(before);
            }
            shop.end();
        }
    }
}
