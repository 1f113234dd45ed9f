package io.commerceroutes.adapters.product;

import io.commerceroutes.adapters.event.EventRows;
import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.event.Identifiers;
import io.commerceroutes.domain.product.Catalogue;
import io.commerceroutes.domain.product.NewProduct;
import io.commerceroutes.domain.product.Product;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.JdbcOperations;

/** Products by JPA; their first stock is a ledger entry like every later one. */
public class JpaCatalogue implements Catalogue {
    private static final String MOVEMENT =
            "INSERT INTO stock_movement" + " (product_id, source_type, source_id, line, kind, delta, created_at)";

    private final ProductRepository products;
    private final BrandRepository brands;
    private final JdbcOperations jdbc;
    private final EventRows eventRows;
    private final Identifiers identifiers;

    JpaCatalogue(
            ProductRepository products,
            BrandRepository brands,
            JdbcOperations jdbc,
            EventRows eventRows,
            Identifiers identifiers) {
        this.products = products;
        this.brands = brands;
        this.jdbc = jdbc;
        this.eventRows = eventRows;
        this.identifiers = identifiers;
    }

    @Override
    public Optional<Product> find(long productId) {
        return products.findWithBrandById(productId).map(ProductEntity::product);
    }

    @Override
    public List<Product> list(int page, int size) {
        return products.findAllBy(PageRequest.of(page, size, Sort.by("id").descending())).stream()
                .map(ProductEntity::product)
                .toList();
    }

    @Override
    public long count() {
        return products.count();
    }

    @Override
    public long addBrand(String name) {
        return brands.save(new BrandEntity(name)).id();
    }

    @Override
    public Optional<Product> add(NewProduct product) {
        return brands.findById(product.brandId()).map(brand -> add(product, brand));
    }

    private Product add(NewProduct product, BrandEntity brand) {
        Product added = products.saveAndFlush(new ProductEntity(product, brand)).product();
        StatementBatch batch = new StatementBatch();
        batch.insert(MOVEMENT, List.<Object[]>of(new Object[] {
            added.productId(), "SEED", identifiers.next(), 0, "ADD", added.stock(), Utc.of(product.at())
        }));
        eventRows.appendProductChanged(
                batch, added.productId(), added.name(), added.price().won(), product.at());
        batch.execute(jdbc);
        return added;
    }
}
