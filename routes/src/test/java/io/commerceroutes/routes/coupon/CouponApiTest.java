package io.commerceroutes.routes.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.Shop;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CouponApiTest extends CommerceFlowTest {
    private static final String FIXED = "{'name':' Autumn ','type':'FIXED','value':50,'minOrderAmount':100,"
            + "'validFrom':'2026-11-22T12:00:00+09:00','validTo':'2026-11-23T00:00:00Z','totalQuantity':100}";
    private static final String PERCENT = "{'name':'Ten','type':'PERCENT','value':10,'maxDiscount':5000,"
            + "'validFrom':'2026-11-22T00:00:00Z','validTo':'2026-11-23T00:00:00Z'}";

    @Test
    void a_coupon_is_offered_in_one_transaction_and_then_shown_as_it_was_answered() {
        Reply offered = offer(FIXED);

        assertThat(offered.status()).isEqualTo(201);
        assertThat(offered.body())
                .isEqualTo(json("{'couponId':51,'name':'Autumn','type':'FIXED','value':50,'minOrderAmount':100,"
                        + "'validFrom':'2026-11-22T03:00:00Z','validTo':'2026-11-23T00:00:00Z',"
                        + "'totalQuantity':100,'issuedQuantity':0}"));
        assertThat(journal().entries()).containsExactly("begin jdbc-transaction", "offer", "commit");
        Reply shown = api.get(offered.header("Location").orElseThrow());
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).isEqualTo(offered.body());
    }

    @Test
    void a_percentage_has_a_cap_and_what_is_not_limited_is_left_out() {
        assertThat(offer(PERCENT).body())
                .isEqualTo(json("{'couponId':51,'name':'Ten','type':'PERCENT','value':10,'maxDiscount':5000,"
                        + "'minOrderAmount':0,'validFrom':'2026-11-22T00:00:00Z',"
                        + "'validTo':'2026-11-23T00:00:00Z','issuedQuantity':0}"));
    }

    @ParameterizedTest(name = "{0}: {1} for {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            name           | 'name':'Ten'          | 'name':' '
            name           | 'name':'Ten',         |
            type           | 'type':'PERCENT'      | 'type':'HALF'
            type           | 'type':'PERCENT'      | 'type':1
            type           | 'type':'PERCENT',     |
            value          | 'value':10            | 'value':0
            value          | 'value':10            | 'value':101
            value          | 'value':10            | 'value':1.5
            value          | 'value':10            | 'value':null
            maxDiscount    | 'maxDiscount':5000    | 'maxDiscount':0
            maxDiscount    | 'maxDiscount':5000    | 'maxDiscount':1000000000001
            maxDiscount    | 'type':'PERCENT'      | 'type':'FIXED'
            minOrderAmount | 'maxDiscount':5000    | 'minOrderAmount':-1
            totalQuantity  | 'maxDiscount':5000    | 'totalQuantity':0
            totalQuantity  | 'maxDiscount':5000    | 'totalQuantity':1000000001
            validFrom      | '2026-11-22T00:00:00Z' | '2026-11-22'
            validFrom      | '2026-11-22T00:00:00Z' | 1763780645
            validFrom      | '2026-11-22T00:00:00Z' | null
            validTo        | '2026-11-23T00:00:00Z' | '2026-11-23T00:00:00'
            validTo        | '2026-11-23T00:00:00Z' | '2100-01-01T00:00:00Z'
            validTo        | '2026-11-23T00:00:00Z' | '2026-11-22T00:00:00Z'
            validTo        | '2026-11-23T00:00:00Z' | '2026-11-22T08:59:59+09:00'
            points         | 'maxDiscount':5000    | 'points':1
            """)
    void a_field_that_is_not_acceptable_is_named(String field, String part, String instead) {
        Reply reply = offer(PERCENT.replace(part, instead == null ? "" : instead));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<String>at("$.code")).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly(field);
        assertThat(journal().entries()).isEmpty();
    }

    @Test
    void all_fields_that_do_not_go_together_are_named_at_once() {
        Reply reply = offer("{'name':'Odd','type':'PERCENT','value':200,'validFrom':'x','validTo':'y'}");

        assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly("value", "validFrom", "validTo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{"})
    void what_is_no_json_object_is_malformed(String body) {
        assertThat(offer(body).<String>at("$.code")).isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void a_failure_leaves_no_offer_behind() {
        journal().failAlways("offer", TechnicalFailure.outage());

        assertThat(offer(FIXED).status()).isEqualTo(503);
        assertThat(shop.offers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"52", "0", "-1", "ten", "9999999999999999999"})
    void a_coupon_that_is_not_there_is_not_found(String id) {
        Reply reply = api.get("/api/v1/coupons/" + id);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.<String>at("$.code")).isEqualTo("COUPON_NOT_FOUND");
    }

    @Test
    void a_coupon_that_cannot_be_read_now_is_to_be_tried_again() {
        journal().failAlways("find coupon", TechnicalFailure.outage());

        assertThat(api.get("/api/v1/coupons/51").status()).isEqualTo(503);
    }

    @Test
    void customers_see_their_own_coupons_page_by_page_the_newest_first() {
        for (String body : List.of(FIXED, PERCENT, FIXED)) {
            assertThat(issue(offer(body).<Integer>at("$.couponId")).status()).isEqualTo(201);
        }

        Reply reply = api.get("/api/v1/users/me/coupons?page=0&size=2");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.<List<Integer>>at("$.items[*].couponId")).containsExactly(53, 52);
        assertThat(reply.<Integer>at("$.totalCount")).isEqualTo(3);
        assertThat(reply.<Integer>at("$.size")).isEqualTo(2);
        assertThat(api.get("/api/v1/users/me/coupons?page=1&size=2").<List<Integer>>at("$.items[*].couponId"))
                .containsExactly(51);
        assertThat(api.get("/api/v1/users/me/coupons?size=101").status()).isEqualTo(400);
        signedIn.as(2);
        assertThat(api.get("/api/v1/users/me/coupons").body())
                .isEqualTo(json("{'items':[],'page':0,'size':20,'totalCount':0}"));
    }

    @Test
    void a_coupon_is_used_by_an_order_usable_again_when_that_is_canceled_and_expires() {
        int issuedCouponId = issue(offer(FIXED).<Integer>at("$.couponId")).at("$.issuedCouponId");
        String orderId =
                api.post("/api/v1/orders", json("""
                        {'items':[{'productId':11,'quantity':3}],'issuedCouponId':%d,'payment':{'method':'POINT'}}""".formatted(issuedCouponId))).at("$.orderId");

        assertThat(ownCoupon().<String>at("$.items[0].status")).isEqualTo("USED");
        assertThat(ownCoupon().<String>at("$.items[0].orderId")).isEqualTo(orderId);

        api.post("/api/v1/orders/" + orderId + "/cancel", "{}");
        assertThat(ownCoupon().<String>at("$.items[0].status")).isEqualTo("ISSUED");
        assertThat(ownCoupon().json().at("/items/0").has("orderId")).isFalse();

        clock.pass(Duration.ofDays(1));
        assertThat(ownCoupon().<String>at("$.items[0].status")).isEqualTo("EXPIRED");
    }

    @Test
    void a_coupon_whose_time_ends_while_it_is_used_stays_used_and_comes_back_expired() {
        int issuedCouponId = issue(offer(FIXED).<Integer>at("$.couponId")).at("$.issuedCouponId");
        String order = json("""
                {'items':[{'productId':11,'quantity':3}],'issuedCouponId':%d,'payment':{'method':'POINT'}}""".formatted(issuedCouponId));
        String orderId = api.post("/api/v1/orders", order).at("$.orderId");
        clock.pass(Duration.ofDays(1));
        assertThat(ownCoupon().<String>at("$.items[0].status")).isEqualTo("USED");

        api.post("/api/v1/orders/" + orderId + "/cancel", "{}");

        assertThat(ownCoupon().<String>at("$.items[0].status")).isEqualTo("EXPIRED");
        assertThat(api.post("/api/v1/orders", order).<String>at("$.code")).isEqualTo("COUPON_NOT_USABLE");
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(1_000);
    }

    private Reply ownCoupon() {
        return api.get("/api/v1/users/me/coupons");
    }

    private Reply offer(String body) {
        return api.post("/api/v1/coupons", json(body));
    }

    private Reply issue(int couponId) {
        return api.post("/api/v1/coupons/%d/issue".formatted(couponId), "");
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
