package io.commerceroutes.local.platform;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Up to a million products of 100 brands beside the demo catalogue, made by the database itself as if an administrator
 * had added them; their first stock movements and events are left out. Each name ends in its product's id.
 */
final class CatalogueOfManyProducts {
    static final int BRANDS = 100;
    static final long BRANDS_FROM = 1_001;
    static final long PRODUCTS_FROM = 1_000_001;
    /** Each is in the names of an eighth of the products. */
    static final List<String> WORDS =
            List.of("프리미엄", "캠핑", "휴대용", "Classic", "Modern", "Vintage", "Premium", "Organic");

    private static final List<String> GOODS =
            List.of("머그컵", "노트북가방", "우산", "담요", "Notebook", "Backpack", "Tea Set", "Headphones", "이어폰", "운동화", "Socks");
    private static final String DIGITS = IntStream.range(0, 10)
            .mapToObj(digit -> "SELECT %d AS d".formatted(digit))
            .collect(Collectors.joining(" UNION ALL "));

    private CatalogueOfManyProducts() {}

    static void fill(JdbcTemplate database, int products) {
        database.update(
                "INSERT INTO brand (id, name) SELECT %d + n, CONCAT('Brand ', n) FROM %s WHERE n < ?"
                        .formatted(BRANDS_FROM, numbers(2)),
                BRANDS);
        database.update(
                """
                INSERT INTO product (id, brand_id, name, price, stock, likes, created_at, changed_at)
                SELECT %d + n, %d + n %% %d, CONCAT(%s, ' ', %s, ' ', n), 1000 + 500 * (n * 7919 %% 400), 1000,
                       n * 104729 %% 1000, '2026-01-01', '2026-01-01'
                FROM %s WHERE n < ?""".formatted(PRODUCTS_FROM, BRANDS_FROM, BRANDS, word(WORDS, "n"), word(GOODS, "n DIV 8"), numbers(6)),
                products);
        database.update("UPDATE product SET search_name = LOWER(name) WHERE id >= ?", PRODUCTS_FROM);
        // In the order of the key, which is several times as fast.
        database.update("""
                INSERT INTO product_name_part (part, product_id)
                SELECT RTRIM(SUBSTRING(p.search_name, 1 + n, 20)) AS part, p.id
                FROM product p JOIN %s ON n < CHAR_LENGTH(p.search_name)
                WHERE p.id >= ? AND SUBSTRING(p.search_name, 1 + n, 1) <> ' '
                ORDER BY part, p.id""".formatted(numbers(2)), PRODUCTS_FROM);
        database.update(
                "UPDATE brand SET product_count = (SELECT COUNT(*) FROM product WHERE product.brand_id = brand.id)");
        database.update("UPDATE catalogue_revision SET revised_at = UTC_TIMESTAMP(6),"
                + " product_count = (SELECT COUNT(*) FROM product)");
        database.execute("ANALYZE TABLE brand, product, product_name_part");
    }

    private static String word(List<String> words, String number) {
        return "ELT(1 + (%s) %% %d, '%s')".formatted(number, words.size(), String.join("', '", words));
    }

    /** A derived table of the numbers from 0 to below ten to the power of {@code digits}. */
    private static String numbers(int digits) {
        String sum = IntStream.range(0, digits)
                .mapToObj(i -> "d%d.d * %d".formatted(i, (long) Math.pow(10, i)))
                .collect(Collectors.joining(" + "));
        String tables = IntStream.range(0, digits)
                .mapToObj(i -> "(%s) d%d".formatted(DIGITS, i))
                .collect(Collectors.joining(", "));
        return "(SELECT %s AS n FROM %s) numbers".formatted(sum, tables);
    }
}
