package io.commerceroutes.adapters.product;

import io.commerceroutes.adapters.event.EventRows;
import io.commerceroutes.adapters.sql.QueryBatch;
import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.domain.event.Identifiers;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.product.Catalogue;
import io.commerceroutes.domain.product.ChangeOutcome;
import io.commerceroutes.domain.product.ChangeProduct;
import io.commerceroutes.domain.product.NewProduct;
import io.commerceroutes.domain.product.Product;
import io.commerceroutes.domain.product.SearchText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Adds and changes products. Whoever does takes the catalogue's revision first and the product last: so two of them
 * never wait for each other, and orders of the product wait for the last statements only.
 */
public class JdbcCatalogue implements Catalogue {
    private static final String LOCK = "SELECT id FROM catalogue_revision FOR UPDATE";
    private static final String BRAND = "SELECT name FROM brand WHERE id = ?";
    private static final String PRODUCT = """
            SELECT p.id, p.name, p.price, p.stock, p.likes, p.brand_id, b.name AS brand_name, p.search_name
            FROM product p JOIN brand b ON b.id = p.brand_id WHERE p.id = ?""";

    private final JdbcOperations jdbc;
    private final ProductRows rows;

    public JdbcCatalogue(JdbcOperations jdbc, EventRows eventRows, Identifiers identifiers) {
        this.jdbc = jdbc;
        this.rows = new ProductRows(eventRows, identifiers);
    }

    @Override
    public long count() {
        Long count = jdbc.queryForObject(FirstProducts.TOTAL, Long.class);
        return count == null ? 0 : count;
    }

    @Override
    public long addBrand(String name) {
        jdbc.update("INSERT INTO brand (name) VALUES (?)", name);
        return lastId();
    }

    @Override
    public Optional<Product> add(NewProduct product) {
        return jdbc.query(BRAND, (row, i) -> row.getString("name"), product.brandId()).stream()
                .findFirst()
                .map(brandName -> add(product, brandName));
    }

    private Product add(NewProduct wanted, String brandName) {
        StatementBatch batch = new StatementBatch();
        rows.revise(batch, wanted.at(), 1);
        rows.count(batch, wanted.brandId(), 1);
        rows.insert(batch, wanted);
        batch.execute(jdbc);
        Product added = new Product(
                lastId(), wanted.name(), wanted.price(), wanted.stock().units(), 0, wanted.brandId(), brandName);
        StatementBatch rest = new StatementBatch();
        rest.update(
                1,
                "UPDATE product SET changed_at = (SELECT revised_at FROM catalogue_revision) WHERE id = ?",
                added.productId());
        rows.seedStock(rest, added, wanted.at());
        rows.addParts(rest, added.productId(), SearchText.of(added.name()).parts());
        rows.tell(rest, added, wanted.at());
        rest.execute(jdbc);
        return added;
    }

    private long lastId() {
        Long id = jdbc.queryForObject("SELECT LAST_INSERT_ID()", Long.class);
        if (id == null || id == 0) {
            throw new IllegalStateException("Nothing was inserted on this connection");
        }
        return id;
    }

    /** What a change must know, read under the catalogue's lock. */
    private static final class Found {
        private Optional<Product> product = Optional.empty();
        private Optional<String> newBrand = Optional.empty();
        private SearchText searchText = new SearchText("");

        void read(ResultSet row) throws SQLException {
            product = Optional.of(new Product(
                    row.getLong("id"),
                    row.getString("name"),
                    Money.of(row.getLong("price")),
                    row.getLong("stock"),
                    row.getLong("likes"),
                    row.getLong("brand_id"),
                    row.getString("brand_name")));
            searchText = new SearchText(row.getString("search_name"));
        }
    }

    @Override
    public ChangeOutcome change(ChangeProduct command) {
        Found found = new Found();
        new QueryBatch()
                .select(LOCK, List.of(), row -> {})
                .select(PRODUCT, List.of(command.productId()), found::read)
                .select(BRAND, List.of(command.brandId()), row -> found.newBrand = Optional.of(row.getString("name")))
                .execute(jdbc);
        if (found.product.isEmpty()) {
            return new ChangeOutcome.UnknownProduct();
        }
        if (found.newBrand.isEmpty()) {
            return new ChangeOutcome.UnknownBrand();
        }
        Product before = found.product.get();
        if (command.changesNothingOf(before)) {
            return new ChangeOutcome.Changed(before);
        }
        Product after = new Product(
                before.productId(),
                command.name(),
                command.price(),
                before.stock(),
                before.likes(),
                command.brandId(),
                found.newBrand.get());
        write(before, after, found.searchText, command);
        return new ChangeOutcome.Changed(after);
    }

    private void write(Product before, Product after, SearchText textBefore, ChangeProduct command) {
        StatementBatch batch = new StatementBatch();
        rows.revise(batch, command.at(), 0);
        if (before.brandId() != after.brandId()) {
            rows.count(batch, before.brandId(), -1);
            rows.count(batch, after.brandId(), 1);
        }
        rows.replaceParts(batch, after.productId(), textBefore, SearchText.of(after.name()));
        rows.tell(batch, after, command.at());
        batch.update(
                1,
                """
                UPDATE product
                SET name = ?, search_name = ?, price = ?, brand_id = ?,
                    changed_at = (SELECT revised_at FROM catalogue_revision)
                WHERE id = ?""",
                after.name(),
                SearchText.of(after.name()).text(),
                after.price().won(),
                after.brandId(),
                after.productId());
        batch.execute(jdbc);
    }
}
