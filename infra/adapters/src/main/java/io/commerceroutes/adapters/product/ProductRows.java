package io.commerceroutes.adapters.product;

import io.commerceroutes.adapters.event.EventRows;
import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.event.Identifiers;
import io.commerceroutes.domain.product.NewProduct;
import io.commerceroutes.domain.product.Product;
import io.commerceroutes.domain.product.SearchText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows around a product: the catalogue's revision, its brand's count, the parts of its name, its event. */
class ProductRows {
    private static final String MOVEMENT =
            "INSERT INTO stock_movement" + " (product_id, source_type, source_id, line, kind, delta, created_at)";
    private static final String PRODUCT =
            "INSERT INTO product (brand_id, name, search_name, price, stock, created_at, changed_at)";

    private final EventRows eventRows;
    private final Identifiers identifiers;

    ProductRows(EventRows eventRows, Identifiers identifiers) {
        this.eventRows = eventRows;
        this.identifiers = identifiers;
    }

    /** Locks the catalogue against others who change it; each of them has a later revision. */
    void revise(StatementBatch batch, Instant at, int moreProducts) {
        batch.update(1, """
                UPDATE catalogue_revision
                SET revised_at = GREATEST(CAST(? AS DATETIME(6)), revised_at + INTERVAL 1 MICROSECOND),
                    product_count = product_count + ?""", Utc.of(at), moreProducts);
    }

    void count(StatementBatch batch, long brandId, int moreProducts) {
        batch.update(1, "UPDATE brand SET product_count = product_count + ? WHERE id = ?", moreProducts, brandId);
    }

    void insert(StatementBatch batch, NewProduct product) {
        batch.insert(PRODUCT, List.<Object[]>of(new Object[] {
            product.brandId(),
            product.name(),
            SearchText.of(product.name()).text(),
            product.price().won(),
            product.stock().units(),
            Utc.of(product.at()),
            Utc.of(product.at())
        }));
    }

    void seedStock(StatementBatch batch, Product product, Instant at) {
        batch.insert(MOVEMENT, List.<Object[]>of(new Object[] {
            product.productId(), "SEED", identifiers.next(), 0, "ADD", product.stock(), Utc.of(at)
        }));
    }

    void addParts(StatementBatch batch, long productId, Collection<String> parts) {
        batch.insert(
                "INSERT INTO product_name_part (part, product_id)",
                parts.stream().map(part -> new Object[] {part, productId}).toList());
    }

    void replaceParts(StatementBatch batch, long productId, SearchText before, SearchText after) {
        Set<String> gone = new LinkedHashSet<>(before.parts());
        gone.removeAll(after.parts());
        Set<String> more = new LinkedHashSet<>(after.parts());
        more.removeAll(before.parts());
        if (!gone.isEmpty()) {
            String marks = String.join(",", Collections.nCopies(gone.size(), "?"));
            List<Object> bound = new ArrayList<>(List.of(productId));
            bound.addAll(gone);
            batch.update(
                    gone.size(),
                    "DELETE FROM product_name_part WHERE product_id = ? AND part IN (" + marks + ")",
                    bound.toArray());
        }
        addParts(batch, productId, more);
    }

    void tell(StatementBatch batch, Product product, Instant at) {
        eventRows.appendProductChanged(
                batch, product.productId(), product.name(), product.price().won(), at);
    }
}
