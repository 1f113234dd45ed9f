package io.commerceroutes.routes.order;

import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.Coupons;
import io.commerceroutes.routes.shop.RefusedOnes;
import io.commerceroutes.routes.shop.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class PlaceOrderRouteTest extends CommerceFlowTest {
    @Autowired
    private RefusedOnes refused;

    @BeforeEach
    void nobodyIsRefusedYet() {
        refused.forget();
    }

    @Test
    void a_point_order_is_placed_paid_and_answered_with_its_location() {
        Reply reply = order("""
                {"items":[{"productId":11,"quantity":2},{"productId":12,"quantity":1},{"productId":11,"quantity":1}],
                 "payment":{"method":"POINT"}}""");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Content-Type")).hasValue("application/json");
        String orderId = reply.at("$.orderId");
        assertThat(reply.header("Location")).hasValue("/api/v1/orders/" + orderId);
        assertThat(reply.json())
                .hasToString(("{'orderId':'%s','status':'PAID','items':["
                                + "{'productId':11,'name':'Tea','quantity':3,'price':100},"
                                + "{'productId':12,'name':'Cup','quantity':1,'price':250}],"
                                + "'totalAmount':550,'discountAmount':0,'pointsUsed':550,'payableAmount':0,"
                                + "'payment':{'method':'POINT','status':'APPROVED'},"
                                + "'createdAt':'2026-11-22T03:04:05Z'}")
                        .replace('\'', '"')
                        .formatted(orderId));
        assertThat(shop.orders().get(orderId).status()).isEqualTo(OrderStatus.PAID);
        assertThat(shop.stockOf(Shop.TEA)).isEqualTo(7);
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(450);
    }

    @Test
    void one_transaction_locks_decides_and_writes_before_the_relay_is_woken() {
        order("""
              {"items":[{"productId":11,"quantity":1}],"payment":{"method":"POINT"}}""");

        assertThat(journal().entries()).containsExactly("begin jdbc-transaction", "lock", "write", "commit");
        assertThat(waitingFor(WAKE_RELAY)).isOne();
    }

    @Test
    void an_issued_coupon_is_taken_off_and_is_used_up() {
        shop.coupons().put(7L, Coupons.fixed(7, Shop.CUSTOMER, 60));

        Reply reply = order("""
                {"items":[{"productId":11,"quantity":1}],"issuedCouponId":7,"usePoints":40,"payment":{"method":"POINT"}}""");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.<Integer>at("$.discountAmount")).isEqualTo(60);
        assertThat(reply.<Integer>at("$.pointsUsed")).isEqualTo(40);
        assertThat(shop.coupons().get(7L).used()).isTrue();
    }

    @Test
    void a_number_that_is_no_card_is_refused_before_anything_is_begun_and_is_not_quoted() {
        Reply reply = order("""
                {"items":[{"productId":11,"quantity":1}],
                 "payment":{"method":"CARD","cardType":"KB","cardNo":"1234567898141451"}}""");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<String>at("$.code")).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.<String>at("$.errors[0].field")).isEqualTo("payment.cardNo");
        assertThat(reply.body()).doesNotContain("1234", "1451");
        assertThat(journal().entries()).isEmpty();
    }

    @ParameterizedTest(name = "{1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            'items':[{'productId':99,'quantity':1}]                        | 404 | PRODUCT_NOT_FOUND
            'items':[{'productId':12,'quantity':4}]                        | 409 | OUT_OF_STOCK
            'items':[{'productId':11,'quantity':10},{'productId':12,'quantity':1}] | 409 | INSUFFICIENT_POINTS
            'items':[{'productId':11,'quantity':1}],'issuedCouponId':404   | 404 | COUPON_NOT_FOUND
            'items':[{'productId':11,'quantity':1}],'issuedCouponId':8     | 404 | COUPON_NOT_FOUND
            'items':[{'productId':11,'quantity':1}],'issuedCouponId':9     | 409 | COUPON_NOT_USABLE
            'items':[{'productId':11,'quantity':1}],'usePoints':101        | 400 | VALIDATION_FAILED
            """)
    void a_refusal_is_answered_rolls_back_and_wakes_nobody(String fields, int status, String code) {
        shop.coupons().put(8L, Coupons.fixed(8, 2, 10));
        shop.coupons().put(9L, Coupons.fixed(9, Shop.CUSTOMER, 10).use());

        Reply reply =
                order("{%s,'payment':{'method':'POINT'}}".formatted(fields).replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.<String>at("$.code")).isEqualTo(code);
        assertThat(reply.header("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.<String>at("$.instance")).isEqualTo("/api/v1/orders");
        assertThat(journal().entries()).doesNotContain("commit");
        assertThat(shop.orders()).isEmpty();
        assertThat(waitingFor(WAKE_RELAY)).isZero();
        assertThat(refused.codes()).containsExactly(code);
    }

    @Test
    void a_caller_without_an_account_is_no_customer() {
        signedIn.as(404);

        Reply reply = order("""
              {"items":[{"productId":11,"quantity":1}],"payment":{"method":"POINT"}}""");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.<String>at("$.code")).isEqualTo("USER_NOT_FOUND");
    }

    private Reply order(String json) {
        return api.post("/api/v1/orders", json);
    }
}
