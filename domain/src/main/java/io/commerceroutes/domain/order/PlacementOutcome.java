package io.commerceroutes.domain.order;

import io.commerceroutes.domain.payment.SealedCard;
import java.util.Optional;

/** What became of one wish to order. */
public sealed interface PlacementOutcome {
    /** The order stands. The card is there if something is left to pay with it. */
    record Placed(Order order, Optional<SealedCard> card) implements PlacementOutcome {}

    record Refused(String orderId, Refusal refusal) implements PlacementOutcome {}
}
