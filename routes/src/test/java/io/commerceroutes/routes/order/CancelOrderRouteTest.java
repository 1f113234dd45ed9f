package io.commerceroutes.routes.order;

import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.point.PointMovement;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.Coupons;
import io.commerceroutes.routes.shop.Shop;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancelOrderRouteTest extends CommerceFlowTest {
    private static final List<String> STEPS = List.of(
            "begin jdbc-transaction",
            "lock order",
            "cancel",
            "restore coupon",
            "refund points",
            "revoke points",
            "restore stock",
            "lock payment",
            "commit");

    private String orderId;
    private int stepsBefore;

    @BeforeEach
    void place() {
        shop.coupons().put(7L, Coupons.fixed(7, Shop.CUSTOMER, 50));
        orderId = api.post("/api/v1/orders", """
                        {"items":[{"productId":11,"quantity":3}],"issuedCouponId":7,"payment":{"method":"POINT"}}""").at("$.orderId");
        stepsBefore = journal().entries().size();
    }

    @Test
    void a_cancel_gives_back_coupon_points_and_stock_in_one_transaction_and_tells_of_it() {
        forgetHandOvers();

        Reply reply = cancel();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.<String>at("$.status")).isEqualTo("CANCELED");
        assertThat(reply.<String>at("$.cancelReason")).isEqualTo("CUSTOMER");
        assertThat(reply.<String>at("$.payment.status")).isEqualTo("REFUNDED");
        assertThat(steps()).isEqualTo(STEPS);
        everythingIsBack();
        assertThat(waitingFor(WAKE_RELAY)).isOne();
    }

    @Test
    void a_second_cancel_gives_nothing_back_and_answers_the_same() {
        Reply first = cancel();
        stepsBefore = journal().entries().size();

        Reply second = cancel();

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(steps()).containsExactly("begin jdbc-transaction", "lock order", "lock payment", "commit");
        everythingIsBack();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lock order",
                "cancel",
                "restore coupon",
                "refund points",
                "revoke points",
                "restore stock",
                "lock payment",
                "commit"
            })
    void a_step_that_fails_takes_all_of_them_back(String step) {
        forgetHandOvers();
        journal().failAlways(step, TechnicalFailure.unexpected());

        Reply reply = cancel();

        assertThat(reply.status()).isEqualTo(500);
        assertThat(steps()).isEqualTo(STEPS.subList(0, STEPS.indexOf(step) + 1));
        nothingIsBack();
        assertThat(waitingFor(WAKE_RELAY)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock order", "restore stock", "commit"})
    void a_lost_race_cancels_once_all_the_same(String step) {
        journal().failNext(step, TechnicalFailure.conflict());

        assertThat(cancel().status()).isEqualTo(200);
        assertThat(steps().stream().filter("begin jdbc-transaction"::equals)).hasSize(2);
        everythingIsBack();
    }

    @Test
    void a_cancel_while_the_database_is_away_is_to_be_tried_again() {
        journal().failAlways("begin jdbc-transaction", TechnicalFailure.outage());

        Reply reply = cancel();

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).hasValue("1");
        nothingIsBack();
    }

    @Test
    void an_order_that_nobody_placed_is_not_found() {
        Reply reply = api.post("/api/v1/orders/unknown/cancel", "{}");

        notFound(reply);
        assertThat(reply.<String>at("$.instance")).isEqualTo("/api/v1/orders/unknown/cancel");
    }

    @Test
    void another_customers_order_is_not_found_and_stays() {
        signedIn.as(2);

        notFound(cancel());
        nothingIsBack();
    }

    @Test
    void an_order_is_shown_to_its_customer_only() {
        assertThat(api.get("/api/v1/orders/" + orderId).<String>at("$.status")).isEqualTo("PAID");
        signedIn.as(2);

        notFound(api.get("/api/v1/orders/" + orderId));
        notFound(api.get("/api/v1/orders/unknown"));
    }

    private Reply cancel() {
        return api.post("/api/v1/orders/" + orderId + "/cancel", "{}");
    }

    private List<String> steps() {
        List<String> all = journal().entries();
        return all.subList(stepsBefore, all.size());
    }

    private static void notFound(Reply reply) {
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.<String>at("$.code")).isEqualTo("ORDER_NOT_FOUND");
    }

    private void everythingIsBack() {
        assertThat(shop.orders().get(orderId).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(shop.stockOf(Shop.TEA)).isEqualTo(10);
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(1_000);
        assertThat(shop.movements())
                .extracting(PointMovement::kind, PointMovement::delta)
                .containsExactly(tuple(PointMovement.Kind.REFUND, 250L));
        assertThat(shop.coupons().get(7L).used()).isFalse();
    }

    private void nothingIsBack() {
        assertThat(shop.orders().get(orderId).status()).isEqualTo(OrderStatus.PAID);
        assertThat(shop.stockOf(Shop.TEA)).isEqualTo(7);
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(750);
        assertThat(shop.coupons().get(7L).used()).isTrue();
    }
}
