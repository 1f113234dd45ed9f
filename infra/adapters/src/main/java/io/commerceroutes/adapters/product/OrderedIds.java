package io.commerceroutes.adapters.product;

import io.commerceroutes.adapters.product.ProductSource.Reading.InOrder;
import io.commerceroutes.domain.product.ProductQuery;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** All products, or all of a brand, in one order. */
final class OrderedIds implements FoundProducts {
    static final int COLUMNS = 2;

    private final InOrder reading;
    private final long[] ids;
    private final long[] keys;

    /** @param rows id and {@linkplain ChangedProduct#key key} of each product, in order */
    OrderedIds(InOrder reading, long[] rows) {
        this.reading = reading;
        ids = FoundProducts.column(rows, 0, COLUMNS);
        keys = FoundProducts.column(rows, 1, COLUMNS);
    }

    @Override
    public IdPage page(ProductQuery query) {
        return new IdPage(
                Arrays.stream(ids, FoundProducts.from(query, ids.length), FoundProducts.to(query, ids.length))
                        .boxed()
                        .toList(),
                ids.length);
    }

    @Override
    public OrderedIds after(List<ChangedProduct> changes) {
        long[] gone = FoundProducts.ids(changes);
        List<ChangedProduct> come = changes.stream()
                .filter(product -> reading.brandId().stream().allMatch(brand -> brand == product.brandId()))
                .sorted(Comparator.comparingLong((ChangedProduct product) -> product.key(reading.sort()))
                        .thenComparing(Comparator.comparingLong(ChangedProduct::productId)
                                .reversed()))
                .toList();
        LongStream.Builder rows = LongStream.builder();
        int next = 0;
        for (int i = 0; i < ids.length; i++) {
            while (next < come.size() && isBefore(come.get(next), i)) {
                add(rows, come.get(next++));
            }
            if (Arrays.binarySearch(gone, ids[i]) < 0) {
                rows.add(ids[i]).add(keys[i]);
            }
        }
        come.subList(next, come.size()).forEach(product -> add(rows, product));
        return new OrderedIds(reading, rows.build().toArray());
    }

    private boolean isBefore(ChangedProduct product, int i) {
        int order = Long.compare(product.key(reading.sort()), keys[i]);
        return order < 0 || order == 0 && product.productId() > ids[i];
    }

    private void add(LongStream.Builder rows, ChangedProduct product) {
        rows.add(product.productId()).add(product.key(reading.sort()));
    }

    @Override
    public int bytes() {
        return ids.length * COLUMNS * Long.BYTES;
    }
}
