package io.commerceroutes.domain.order;

import io.commerceroutes.domain.order.PlacementOutcome.Placed;
import java.util.List;

/** One outcome per wish, in the order of the wishes. */
public record PlacementDecision(List<PlacementOutcome> outcomes) {
    public PlacementDecision {
        outcomes = List.copyOf(outcomes);
    }

    /** The orders that stand and are to be written. */
    public List<Order> placed() {
        return outcomes.stream()
                .filter(Placed.class::isInstance)
                .map(outcome -> ((Placed) outcome).order())
                .toList();
    }
}
