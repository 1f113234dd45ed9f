package io.commerceroutes.adapters;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Up to a million products of 100 brands, made by the database itself, as if an administrator had added them; only
 * their first stock movements, their events and the rows of their likes are left out. Words are Korean and English; each
 * adjective is in the names of a 20th of the products, each noun in those of a 25th, and each name ends in its id.
 */
public final class BigCatalogue {
    public static final int BRANDS = 100;
    /** Contained in a 20th of all names; {@code 가방} in two 25ths. */
    public static final String COMMON_WORD = "premium";

    private static final List<String> ADJECTIVES = List.of(
            "순면", "프리미엄", "캠핑", "휴대용", "여름", "겨울", "어린이", "스포츠", "Classic", "Modern", "무선", "Slim", "가정용", "Organic",
            "Soft", "Vintage", "Premium", "Mini", "Grand", "Eco");
    private static final List<String> NOUNS = List.of(
            "머그컵",
            "노트북가방",
            "여행가방",
            "책상조명",
            "우산",
            "찻잔세트",
            "헤드폰",
            "담요",
            "모자",
            "양말",
            "Mug",
            "Notebook",
            "Backpack",
            "Desk Lamp",
            "Umbrella",
            "Tea Set",
            "Headphones",
            "Blanket",
            "Cap",
            "Socks",
            "텀블러",
            "이어폰",
            "운동화",
            "반팔티",
            "청바지");
    private static final List<String> COLOURS =
            List.of("Black", "White", "블루", "레드", "Green", "그레이", "Beige", "네이비", "Pink", "Gold");

    private static final String DIGITS = IntStream.range(0, 10)
            .mapToObj(digit -> "SELECT %d AS d".formatted(digit))
            .collect(Collectors.joining(" UNION ALL "));

    private BigCatalogue() {}

    /**
     * Fills an empty catalogue, committing as {@code jdbc}'s connection does.
     *
     * @param products up to 1,000,000; their ids are 1 to this
     */
    public static void fill(JdbcTemplate jdbc, int products) {
        jdbc.update(
                "INSERT INTO brand (id, name) SELECT n, CONCAT('Brand ', n) FROM %s WHERE n <= ?".formatted(numbers(2)),
                BRANDS);
        jdbc.update(
                """
                INSERT INTO product (id, brand_id, name, price, stock, likes, created_at, changed_at)
                SELECT n, 1 + n %% %d, CONCAT(%s, ' ', %s, ' ', %s, ' ', n),
                       1000 + 500 * (n * 7919 %% 400), 1000, n * 104729 %% 1000, '2026-01-01', '2026-01-01'
                FROM %s WHERE n <= ?""".formatted(
                        BRANDS, word(ADJECTIVES, "n"), word(NOUNS, "n DIV 20"), word(COLOURS, "n DIV 500"), numbers(6)),
                products);
        jdbc.update("UPDATE product SET search_name = LOWER(name)");
        // In the order of the key, which is several times as fast.
        jdbc.update("""
                INSERT INTO product_name_part (part, product_id)
                SELECT RTRIM(SUBSTRING(p.search_name, n, 20)) AS part, p.id
                FROM product p JOIN %s ON n <= CHAR_LENGTH(p.search_name)
                WHERE SUBSTRING(p.search_name, n, 1) <> ' '
                ORDER BY part, p.id""".formatted(numbers(2)));
        jdbc.update("UPDATE brand SET product_count ="
                + " (SELECT COUNT(*) FROM product WHERE product.brand_id = brand.id)");
        jdbc.update("UPDATE catalogue_revision SET revised_at = UTC_TIMESTAMP(6),"
                + " product_count = (SELECT COUNT(*) FROM product)");
        jdbc.execute("ANALYZE TABLE brand, product, product_name_part");
    }

    private static String word(List<String> words, String number) {
        return "ELT(1 + (%s) %% %d, '%s')".formatted(number, words.size(), String.join("', '", words));
    }

    /** A derived table of the numbers from 1 to ten to the power of {@code digits}. */
    private static String numbers(int digits) {
        String sum = IntStream.range(0, digits)
                .mapToObj(i -> "d%d.d * %d".formatted(i, (long) Math.pow(10, i)))
                .collect(Collectors.joining(" + "));
        String tables = IntStream.range(0, digits)
                .mapToObj(i -> "(%s) d%d".formatted(DIGITS, i))
                .collect(Collectors.joining(", "));
        return "(SELECT 1 + %s AS n FROM %s) numbers".formatted(sum, tables);
    }
}
