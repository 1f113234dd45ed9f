package io.commerceroutes.domain.product;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The catalogue as it is committed at this moment. */
public interface CatalogueReads {
    /** When a product was added or changed last; names the state of all cards together. */
    Instant revision();

    /** The numbers of those of these products that exist, in any order. */
    List<ProductNumbers> numbers(Collection<Long> productIds);

    Optional<ProductCard> card(long productId);

    /** The cards of one of the first pages, without a text. */
    ProductListing firstCards(ProductQuery query);

    /** Any page. Where it is sorted by likes, these may be those of a while ago; the numbers shown are not. */
    ProductPage list(ProductQuery query);
}
