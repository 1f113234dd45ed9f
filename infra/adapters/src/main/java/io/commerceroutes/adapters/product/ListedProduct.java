package io.commerceroutes.adapters.product;

import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.product.Product;
import io.commerceroutes.domain.product.ProductCard;
import io.commerceroutes.domain.product.ProductNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A product's card and numbers as one statement reads them: its row is looked up once it is known which one it is. */
record ListedProduct(ProductCard card, ProductNumbers numbers) {
    private static final String COLUMNS =
            "SELECT p.id, p.changed_at, p.name, p.price, p.stock, p.likes, p.brand_id, b.name AS brand_name";
    private static final String BRAND = " JOIN brand b ON b.id = p.brand_id";

    /** With {@code (:ids)} to be replaced; in no order. */
    static final String BY_IDS = COLUMNS + " FROM product p" + BRAND + " WHERE p.id IN (:ids)";

    /** Those whose ids {@code idsQuery} selects, with marks for how many and after how many. */
    static String page(String idsQuery, CardOrder order) {
        return COLUMNS
                + " FROM (%s LIMIT ? OFFSET ?) page JOIN product p ON p.id = page.id%s ORDER BY %s"
                        .formatted(idsQuery, BRAND, order.order());
    }

    static ListedProduct of(ResultSet row) throws SQLException {
        long productId = row.getLong("id");
        ProductCard card = new ProductCard(
                productId,
                Utc.instant(row, "changed_at"),
                row.getString("name"),
                Money.of(row.getLong("price")),
                row.getLong("brand_id"),
                row.getString("brand_name"));
        return new ListedProduct(
                card, new ProductNumbers(productId, card.changedAt(), row.getLong("stock"), row.getLong("likes")));
    }

    Product product() {
        return card.with(numbers);
    }
}
