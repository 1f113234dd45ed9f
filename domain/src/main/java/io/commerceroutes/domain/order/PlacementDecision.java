package io.commerceroutes.domain.order;

import io.commerceroutes.domain.order.PlacementOutcome.Placed;
import io.commerceroutes.domain.payment.SealedCard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One outcome per wish, in the order of the wishes. */
public record PlacementDecision(List<PlacementOutcome> outcomes) {
    public PlacementDecision {
        outcomes = List.copyOf(outcomes);
    }

    /** The orders that stand and are to be written. */
    public List<Order> orders() {
        return placed().map(Placed::order).toList();
    }

    /** The cards to be kept until they are charged, by order. */
    public Map<String, SealedCard> cardsByOrder() {
        Map<String, SealedCard> cards = new LinkedHashMap<>();
        placed().forEach(placed ->
                placed.card().ifPresent(card -> cards.put(placed.order().orderId(), card)));
        return cards;
    }

    private Stream<Placed> placed() {
        return outcomes.stream().filter(Placed.class::isInstance).map(Placed.class::cast);
    }
}
