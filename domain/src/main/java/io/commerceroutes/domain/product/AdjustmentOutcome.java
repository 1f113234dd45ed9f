package io.commerceroutes.domain.product;

/** What came of adjusting a product's stock. */
public sealed interface AdjustmentOutcome {
    /** The stock is now this, with the movement written. */
    record Adjusted(Stock stock) implements AdjustmentOutcome {}

    record UnknownProduct() implements AdjustmentOutcome {}

    /** Less would be left than nothing. */
    record OutOfStock(Stock stock) implements AdjustmentOutcome {}

    /** More would be there than {@link Stock#UNITS_MAX}. */
    record TooMuch(Stock stock) implements AdjustmentOutcome {}
}
