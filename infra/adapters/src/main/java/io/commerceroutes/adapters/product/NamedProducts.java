package io.commerceroutes.adapters.product;

import static java.util.Comparator.comparingLong;

import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;
import io.commerceroutes.domain.product.SearchText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** All products whose names contain a text, newest first, with what their lists are filtered and sorted by. */
final class NamedProducts implements FoundProducts {
    static final int COLUMNS = 4;
    private static final int GONE = -1;
    /** With its places in four orders, and in some of its brand. */
    private static final int BYTES_EACH = COLUMNS * Long.BYTES + 6 * Integer.BYTES;

    private final SearchText text;
    private final long[] ids;
    private final long[] brandIds;
    private final long[] prices;
    private final long[] likes;
    /** Which of them a list shows, in its order. */
    private final Map<View, int[]> views = new ConcurrentHashMap<>();

    /** One order of them all, or of a brand's. */
    private record View(Optional<Long> brandId, ProductSort sort) {}

    /** @param rows id, brand, price and likes of each product, newest first */
    NamedProducts(SearchText text, long[] rows) {
        this.text = text;
        ids = FoundProducts.column(rows, 0, COLUMNS);
        brandIds = FoundProducts.column(rows, 1, COLUMNS);
        prices = FoundProducts.column(rows, 2, COLUMNS);
        likes = FoundProducts.column(rows, 3, COLUMNS);
    }

    @Override
    public IdPage page(ProductQuery query) {
        int[] listed =
                query.brandId().map(brandId -> ofBrand(brandId, query.sort())).orElseGet(() -> all(query.sort()));
        int from = FoundProducts.from(query, listed.length);
        int to = FoundProducts.to(query, listed.length);
        return new IdPage(Arrays.stream(listed, from, to).mapToObj(i -> ids[i]).toList(), listed.length);
    }

    private int[] all(ProductSort sort) {
        return views.computeIfAbsent(new View(Optional.empty(), sort), view -> sort(sort));
    }

    /** Brands without any are not remembered: their number has no bound. */
    private int[] ofBrand(long brandId, ProductSort sort) {
        View view = new View(Optional.of(brandId), sort);
        int[] known = views.get(view);
        if (known != null) {
            return known;
        }
        int[] listed =
                Arrays.stream(all(sort)).filter(i -> brandIds[i] == brandId).toArray();
        if (listed.length > 0) {
            views.put(view, listed);
        }
        return listed;
    }

    private int[] sort(ProductSort sort) {
        return rising(
                IntStream.range(0, ids.length).mapToLong(i -> key(sort, i)).toArray());
    }

    /** What a list in this order rises by; of equals the newest comes first. */
    private long key(ProductSort sort, int i) {
        return switch (sort) {
            case LATEST -> i;
            case PRICE_ASC -> prices[i];
            case PRICE_DESC -> -prices[i];
            case LIKES_DESC -> -likes[i];
        };
    }

    private Comparator<Integer> order(ProductSort sort) {
        return comparingLong((Integer i) -> key(sort, i)).thenComparing(Comparator.naturalOrder());
    }

    /** The places of keys as they rise, equals as they stand; without an object for each. */
    private static int[] rising(long[] keys) {
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        int[] placed = new int[keys.length];
        int[] places = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            int first = firstPlace(sorted, keys[i]);
            places[first + placed[first]++] = i;
        }
        return places;
    }

    private static int firstPlace(long[] sorted, long key) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public NamedProducts after(List<ChangedProduct> changes) {
        long[] gone = FoundProducts.ids(changes);
        List<ChangedProduct> come = changes.stream()
                .filter(product -> product.searchName().contains(text.text()))
                .sorted(comparingLong(ChangedProduct::productId).reversed())
                .toList();
        LongStream.Builder rows = LongStream.builder();
        int[] places = new int[ids.length];
        List<Integer> newPlaces = new ArrayList<>();
        int next = 0;
        int place = 0;
        for (int i = 0; i < ids.length; i++) {
            while (next < come.size() && come.get(next).productId() > ids[i]) {
                newPlaces.add(place++);
                add(rows, come.get(next++));
            }
            boolean stays = Arrays.binarySearch(gone, ids[i]) < 0;
            places[i] = stays ? place++ : GONE;
            if (stays) {
                rows.add(ids[i]).add(brandIds[i]).add(prices[i]).add(likes[i]);
            }
        }
        while (next < come.size()) {
            newPlaces.add(place++);
            add(rows, come.get(next++));
        }
        NamedProducts later = new NamedProducts(text, rows.build().toArray());
        mend(later, places, newPlaces);
        return later;
    }

    /** What is sorted stays so: sorting again would take several times as long as all the rest. */
    private void mend(NamedProducts later, int[] places, List<Integer> newPlaces) {
        views.forEach((view, listed) -> {
            if (view.brandId().isEmpty()) {
                int[] staying = Arrays.stream(listed)
                        .map(i -> places[i])
                        .filter(i -> i != GONE)
                        .toArray();
                later.views.put(view, merge(staying, newPlaces, later.order(view.sort())));
            }
        });
    }

    private static int[] merge(int[] sorted, List<Integer> more, Comparator<Integer> order) {
        List<Integer> come = more.stream().sorted(order).toList();
        int[] merged = new int[sorted.length + come.size()];
        int next = 0;
        for (int i = 0; i < merged.length; i++) {
            int old = i - next;
            boolean isNew =
                    next < come.size() && (old == sorted.length || order.compare(come.get(next), sorted[old]) < 0);
            merged[i] = isNew ? come.get(next++) : sorted[old];
        }
        return merged;
    }

    private static void add(LongStream.Builder rows, ChangedProduct product) {
        rows.add(product.productId())
                .add(product.brandId())
                .add(product.price())
                .add(product.likes());
    }

    @Override
    public int bytes() {
        return (int) Math.min(Integer.MAX_VALUE, (long) ids.length * BYTES_EACH);
    }
}
