package io.commerceroutes.adapters.product;

import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.product.FoundProducts.IdPage;
import io.commerceroutes.adapters.product.ProductSource.Reading;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;
import io.commerceroutes.domain.product.SearchText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After any changes the same is found, in the same order, as if all had been read again. */
class FoundProductsTest {
    private static final int ROUNDS = 200;
    private static final int PRODUCTS = 40;

    private final SplittableRandom random = new SplittableRandom(7);
    private final Map<Long, ChangedProduct> catalogue = new TreeMap<>();

    @ParameterizedTest
    @EnumSource
    void an_order_follows_changes(ProductSort sort) {
        for (Optional<Long> brand : List.of(Optional.<Long>empty(), Optional.of(1L))) {
            Reading.InOrder reading = new Reading.InOrder(brand, sort);
            FoundProducts found = new OrderedIds(reading, new long[0]);
            for (int round = 0; round < ROUNDS; round++) {
                found = found.after(changes());

                assertFound(found, brand, sort, "");
            }
            catalogue.clear();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_search_follows_changes(ProductSort sort) {
        FoundProducts found = new NamedProducts(SearchText.of("tea"), new long[0]);
        for (int round = 0; round < ROUNDS; round++) {
            found = found.after(changes());

            assertFound(found, Optional.empty(), sort, "tea");
            assertFound(found, Optional.of(1L), sort, "tea");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_search_is_in_order_as_it_is_read(ProductSort sort) {
        for (int round = 0; round < ROUNDS; round++) {
            changes();

            FoundProducts found = new NamedProducts(SearchText.of("tea"), rows("tea"));

            assertFound(found, Optional.empty(), sort, "tea");
            assertFound(found, Optional.of(1L), sort, "tea");
        }
    }

    /** As the database answers, newest first. */
    private long[] rows(String text) {
        return catalogue.values().stream()
                .filter(product -> product.searchName().contains(text))
                .sorted(comparingLong(ChangedProduct::productId).reversed())
                .flatMapToLong(product ->
                        LongStream.of(product.productId(), product.brandId(), product.price(), product.likes()))
                .toArray();
    }

    private void assertFound(FoundProducts found, Optional<Long> brand, ProductSort sort, String text) {
        List<Long> expected = catalogue.values().stream()
                .filter(product -> brand.stream().allMatch(id -> id == product.brandId()))
                .filter(product -> product.searchName().contains(text))
                .sorted(comparingLong((ChangedProduct product) -> product.key(sort))
                        .thenComparing(ChangedProduct::productId, Comparator.reverseOrder()))
                .map(ChangedProduct::productId)
                .toList();
        int size = 1 + random.nextInt(PRODUCTS);
        int page = random.nextInt(3);
        int from = Math.min(expected.size(), page * size);
        int to = Math.min(expected.size(), from + size);

        assertThat(found.page(new ProductQuery(brand, Optional.empty(), sort, page, size)))
                .isEqualTo(new IdPage(expected.subList(from, to), expected.size()));
    }

    /** Of up to three products, new or old. */
    private List<ChangedProduct> changes() {
        List<ChangedProduct> changes = new ArrayList<>();
        LongStream.generate(() -> 1 + random.nextInt(PRODUCTS))
                .limit(random.nextInt(4))
                .distinct()
                .forEach(id -> changes.add(new ChangedProduct(
                        id,
                        1 + random.nextInt(2),
                        random.nextInt(5),
                        random.nextInt(5),
                        random.nextBoolean() ? "green tea" : "cup")));
        changes.forEach(change -> catalogue.put(change.productId(), change));
        return changes;
    }
}
