package io.commerceroutes.adapters.product;

import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.product.ProductCard;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads cards: the rows of a page are looked up once it is known which ones they are. */
final class CardQuery {
    private static final String COLUMNS =
            "SELECT p.id, p.changed_at, p.name, p.price, p.brand_id, b.name AS brand_name";
    private static final String BRAND = " JOIN brand b ON b.id = p.brand_id";

    static final String ONE = COLUMNS + " FROM product p" + BRAND + " WHERE p.id = ?";

    private CardQuery() {}

    /** The cards whose ids {@code pageQuery} selects, in {@code order}. */
    static String of(String pageQuery, CardOrder order) {
        return COLUMNS + from(pageQuery, order);
    }

    /** As {@link #of}, with the {@code total} that {@code pageQuery} selects beside each id. */
    static String withTotal(String pageQuery, CardOrder order) {
        return COLUMNS + ", page.total" + from(pageQuery, order);
    }

    private static String from(String pageQuery, CardOrder order) {
        return " FROM (%s) page JOIN product p ON p.id = page.id%s ORDER BY %s"
                .formatted(pageQuery, BRAND, order.forward());
    }

    static ProductCard card(ResultSet row) throws SQLException {
        return new ProductCard(
                row.getLong("id"),
                Utc.instant(row, "changed_at"),
                row.getString("name"),
                Money.of(row.getLong("price")),
                row.getLong("brand_id"),
                row.getString("brand_name"));
    }
}
