package io.commerceroutes.routes.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.Refusal;
import io.commerceroutes.routes.http.ApiProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class OrderRefusedTest {
    static final List<Arguments> REFUSALS = List.of(
            Arguments.of(new Refusal.UnknownCustomer(1), 404, "USER_NOT_FOUND", "There is no such user."),
            Arguments.of(new Refusal.UnknownProduct(11), 404, "PRODUCT_NOT_FOUND", "There is no such product."),
            Arguments.of(new Refusal.UnknownCoupon(7), 404, "COUPON_NOT_FOUND", "There is no such coupon."),
            Arguments.of(
                    new Refusal.OutOfStock(11, 4, 3), 409, "OUT_OF_STOCK", "Product 11 has 3 left, 4 were asked for."),
            Arguments.of(new Refusal.CouponNotUsable(7, "Used."), 409, "COUPON_NOT_USABLE", "Used."),
            Arguments.of(
                    new Refusal.InsufficientPoints(300, 200),
                    409,
                    "INSUFFICIENT_POINTS",
                    "This takes 300 points, there are 200."),
            Arguments.of(
                    new Refusal.TooManyPoints(300, 200),
                    400,
                    "VALIDATION_FAILED",
                    "usePoints is more than the 200 that are to be paid"),
            Arguments.of(
                    new Refusal.TooLarge(), 400, "VALIDATION_FAILED", "items add up to more than an amount can be"));

    @ParameterizedTest
    @FieldSource("REFUSALS")
    void each_refusal_has_its_status_and_code(Refusal refusal, int status, String code, String said) {
        ApiProblem problem = OrderRefused.problem(refusal);

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(said)
                .isEqualTo(
                        problem.errors().isEmpty()
                                ? problem.getMessage()
                                : problem.errors().getFirst().field() + " "
                                        + problem.errors().getFirst().message());
    }

    @Test
    void none_is_left_out() {
        assertThat(REFUSALS.stream().map(refusal -> refusal.get()[0].getClass()).toArray(Class<?>[]::new))
                .containsExactlyInAnyOrder(Refusal.class.getPermittedSubclasses());
    }
}
