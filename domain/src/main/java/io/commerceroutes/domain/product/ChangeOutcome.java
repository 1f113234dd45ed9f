package io.commerceroutes.domain.product;

/** What came of changing a product. */
public sealed interface ChangeOutcome {
    /** The product is as it should be, whether or not it was before. */
    record Changed(Product product) implements ChangeOutcome {}

    record UnknownProduct() implements ChangeOutcome {}

    record UnknownBrand() implements ChangeOutcome {}
}
