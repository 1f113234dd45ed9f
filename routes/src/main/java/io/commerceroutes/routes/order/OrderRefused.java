package io.commerceroutes.routes.order;

import io.commerceroutes.domain.order.Refusal;
import io.commerceroutes.routes.http.ApiProblem;

/** What the caller is told when an order was not placed. */
final class OrderRefused {
    private OrderRefused() {}

    static ApiProblem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.UnknownCustomer unknown -> ApiProblem.notFound("USER");
            case Refusal.UnknownProduct unknown -> ApiProblem.notFound("PRODUCT");
            case Refusal.UnknownCoupon unknown -> ApiProblem.notFound("COUPON");
            case Refusal.OutOfStock out ->
                conflict(
                        "OUT_OF_STOCK",
                        "Product %d has %d left, %d were asked for."
                                .formatted(out.productId(), out.available(), out.wanted()));
            case Refusal.CouponNotUsable coupon -> conflict("COUPON_NOT_USABLE", coupon.reason());
            case Refusal.InsufficientPoints points ->
                conflict(
                        "INSUFFICIENT_POINTS",
                        "This takes %d points, there are %d.".formatted(points.needed(), points.balance()));
            case Refusal.TooManyPoints points ->
                ApiProblem.invalid("usePoints", "is more than the %d that are to be paid".formatted(points.due()));
            case Refusal.TooLarge tooLarge -> ApiProblem.invalid("items", "add up to more than an amount can be");
        };
    }

    private static ApiProblem conflict(String code, String detail) {
        return new ApiProblem(409, code, detail);
    }
}
