package io.commerceroutes.routes.compensation;

import io.commerceroutes.domain.coupon.CouponBook;
import io.commerceroutes.domain.order.CancelingOrders;
import io.commerceroutes.domain.order.Orders;
import io.commerceroutes.domain.point.PointLedger;
import io.commerceroutes.domain.product.StockLedger;
import io.commerceroutes.routes.transaction.Transactions;
import org.apache.camel.builder.RouteBuilder;

/**
 * Cancels an order and gives back all that it holds, in one transaction, once. The steps take their locks in the order
 * that holds everywhere: order and payment, coupon, points, stock. What the order had
 * earned is revoked after its own points came back, since a balance never goes below zero.
 */
public class CompensateOrderRoute extends RouteBuilder {
    public static final String COMPENSATE_ORDER = "compensate-order";
    /** Variable with the {@link io.commerceroutes.domain.order.CancelOrder} to carry out. */
    public static final String COMMAND = "cancel-order";

    private final Orders orders;
    private final CouponBook coupons;
    private final PointLedger points;
    private final StockLedger stock;

    public CompensateOrderRoute(Orders orders, CouponBook coupons, PointLedger points, StockLedger stock) {
        this.orders = orders;
        this.coupons = coupons;
        this.points = points;
        this.stock = stock;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + COMPENSATE_ORDER)
            .routeId(COMPENSATE_ORDER)
            .routeDescription("Cancels an order and gives back its coupon, points and stock, once.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .setBody(variable(COMMAND)).id("take-command")
            .bean(new CancelingOrders(orders), "decide").id("lock-and-decide")
            .filter(simple("${body.isPresent}")).id("unless-canceled-already")
                .setBody(simple("${body.get}")).id("take-cancellation")
                .bean(orders, "cancel").id("cancel")
                .bean(coupons, "restore").id("restore-coupon")
                .bean(points, "refund").id("refund-points")
                .bean(points, "revoke").id("revoke-points")
                .bean(stock, "restore").id("restore-stock")
            .end();
        // spotless:on
    }
}
