package io.commerceroutes.adapters.product;

import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;
import io.commerceroutes.domain.product.SearchText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where all products that a list has are read from. */
interface ProductSource {
    /** What a list is read by; any page, and in a text's case any brand and order, comes of the same reading. */
    sealed interface Reading {
        record OfText(SearchText text) implements Reading {}

        record InOrder(Optional<Long> brandId, ProductSort sort) implements Reading {}

        static Reading of(ProductQuery query) {
            return query.name().isPresent()
                    ? new OfText(SearchText.of(query.name().get()))
                    : new InOrder(query.brandId(), query.sort());
        }
    }

    /** @param revision what was found is of this state of the catalogue, or a later one */
    record Found(FoundProducts products, Instant revision) {}

    Found read(Reading reading);

    /** The products that were added or changed after this revision; empty if they are too many to tell. */
    Optional<List<ChangedProduct>> changedSince(Instant revision);
}
