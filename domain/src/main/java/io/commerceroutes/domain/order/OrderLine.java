package io.commerceroutes.domain.order;

/** A product and how many units of it are wanted; at least one. */
public record OrderLine(long productId, int quantity) {
    /** @throws IllegalArgumentException if {@code quantity} is not positive */
    public OrderLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("An order line has at least one unit: " + quantity);
        }
    }
}
