package io.commerceroutes.domain.order;

/** What became of one wish to order. */
public sealed interface PlacementOutcome {
    record Placed(Order order) implements PlacementOutcome {}

    record Refused(String orderId, Refusal refusal) implements PlacementOutcome {}
}
