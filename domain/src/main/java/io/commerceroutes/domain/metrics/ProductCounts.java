package io.commerceroutes.domain.metrics;

/**
 * Views, likes, units sold and their amount in won; each may be negative, since an unlike or a cancellation takes
 * off what was counted before.
 */
public record ProductCounts(long views, long likes, long salesQuantity, long salesAmount) {
    public static final ProductCounts NONE = new ProductCounts(0, 0, 0, 0);
    public static final ProductCounts ONE_VIEW = new ProductCounts(1, 0, 0, 0);
    public static final ProductCounts ONE_LIKE = new ProductCounts(0, 1, 0, 0);

    public static ProductCounts sale(long quantity, long amount) {
        return new ProductCounts(0, 0, quantity, amount);
    }

    /**
     * Adds up.
     *
     * @throws ArithmeticException when a sum leaves the range of a long
     */
    public ProductCounts plus(ProductCounts other) {
        return new ProductCounts(
                Math.addExact(views, other.views),
                Math.addExact(likes, other.likes),
                Math.addExact(salesQuantity, other.salesQuantity),
                Math.addExact(salesAmount, other.salesAmount));
    }

    public ProductCounts negated() {
        return new ProductCounts(-views, -likes, -salesQuantity, -salesAmount);
    }
}
