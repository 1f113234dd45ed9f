package io.commerceroutes.domain.metrics;

/**
 * Views, likes, orders that were placed with the product, units sold and their amount in won. All but the orders may be
 * negative, since an unlike or a cancellation takes off what was counted before.
 */
public record ProductCounts(long views, long likes, long ordersCreated, long salesQuantity, long salesAmount) {
    public static final ProductCounts NONE = new ProductCounts(0, 0, 0, 0, 0);
    public static final ProductCounts ONE_VIEW = new ProductCounts(1, 0, 0, 0, 0);
    public static final ProductCounts ONE_LIKE = new ProductCounts(0, 1, 0, 0, 0);
    public static final ProductCounts ONE_ORDER = new ProductCounts(0, 0, 1, 0, 0);

    public static ProductCounts sale(long quantity, long amount) {
        return new ProductCounts(0, 0, 0, quantity, amount);
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
                Math.addExact(ordersCreated, other.ordersCreated),
                Math.addExact(salesQuantity, other.salesQuantity),
                Math.addExact(salesAmount, other.salesAmount));
    }

    public ProductCounts negated() {
        return new ProductCounts(-views, -likes, -ordersCreated, -salesQuantity, -salesAmount);
    }
}
