package io.commerceroutes.routes.order;

import io.commerceroutes.domain.event.Identifiers;
import io.commerceroutes.domain.order.CancelOrder;
import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.order.Orders;
import io.commerceroutes.domain.order.PlaceOrder;
import io.commerceroutes.domain.order.PlacementDecision;
import io.commerceroutes.domain.order.PlacementOutcome;
import io.commerceroutes.domain.payment.CardVault;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Caller;
import io.commerceroutes.routes.payment.PaymentVariables;
import java.time.Clock;
import java.util.List;
import org.apache.camel.Exchange;

/** Between HTTP and the orders' flows: makes commands of requests, and answers of what came out. */
public class OrderEntry {
    private final Caller caller;
    private final Identifiers identifiers;
    private final Clock clock;
    private final Orders orders;
    private final CardVault vault;
    private final RefusedOrders refusedOrders;

    public OrderEntry(
            Caller caller,
            Identifiers identifiers,
            Clock clock,
            Orders orders,
            CardVault vault,
            RefusedOrders refusedOrders) {
        this.caller = caller;
        this.identifiers = identifiers;
        this.clock = clock;
        this.orders = orders;
        this.vault = vault;
        this.refusedOrders = refusedOrders;
    }

    /** A list of one: placement takes as many as there are. */
    List<PlaceOrder> placing(PlaceOrderBody body) {
        return List.of(body.command(identifiers.next(), caller.userId(), vault, clock.instant()));
    }

    void answerPlaced(Exchange exchange) {
        PlacementDecision decision = exchange.getMessage().getBody(PlacementDecision.class);
        switch (decision.outcomes().getFirst()) {
            case PlacementOutcome.Refused refused -> throw refusal(refused);
            case PlacementOutcome.Placed placed -> answerPlaced(exchange, placed.order());
        }
    }

    private ApiProblem refusal(PlacementOutcome.Refused refused) {
        ApiProblem problem = OrderRefused.problem(refused.refusal());
        refusedOrders.count(problem.code());
        return problem;
    }

    private static void answerPlaced(Exchange exchange, Order order) {
        exchange.setVariable(PaymentVariables.ORDER_ID, order.orderId());
        int status = order.status() == OrderStatus.PAID ? 201 : 202;
        Answer.created(exchange, status, "/api/v1/orders/" + order.orderId(), OrderJson.of(order));
    }

    void answerOwn(Exchange exchange) {
        Answer.with(exchange, 200, OrderJson.of(own(exchange)));
    }

    void findOwn(Exchange exchange) {
        exchange.getMessage().setBody(own(exchange));
    }

    static boolean waitsForItsCard(Exchange exchange) {
        return exchange.getMessage().getBody(Order.class).waitsForItsCard();
    }

    static void answerFound(Exchange exchange) {
        Answer.with(exchange, 200, OrderJson.of(exchange.getMessage().getBody(Order.class)));
    }

    CancelOrder canceling(Exchange exchange) {
        return new CancelOrder(own(exchange).orderId(), CancelReason.CUSTOMER, clock.instant());
    }

    private Order own(Exchange exchange) {
        return orders.findOwn(exchange.getMessage().getHeader("orderId", String.class), caller.userId())
                .orElseThrow(() -> ApiProblem.notFound("ORDER"));
    }
}
