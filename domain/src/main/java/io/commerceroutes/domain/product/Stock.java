package io.commerceroutes.domain.product;

/** Units of a product that can still be sold; never negative. */
public record Stock(long units) {
    /** More than this is neither added with a product nor by an adjustment. */
    public static final long UNITS_MAX = 1_000_000_000L;

    /** @throws IllegalArgumentException if {@code units} is negative */
    public Stock {
        if (units < 0) {
            throw new IllegalArgumentException("Stock is never negative: " + units);
        }
    }

    public boolean covers(long wanted) {
        return wanted <= units;
    }

    /** @throws IllegalArgumentException if {@code taken} is negative or more than there are */
    public Stock take(long taken) {
        if (taken < 0) {
            throw new IllegalArgumentException("Taking never adds to stock: " + taken);
        }
        return new Stock(units - taken);
    }
}
