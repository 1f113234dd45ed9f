package io.commerceroutes.routes.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.coupon.Discount;
import io.commerceroutes.domain.coupon.NewCoupon;
import io.commerceroutes.domain.coupon.OfferedCoupon;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.Shop;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssueCouponRouteTest extends CommerceFlowTest {
    private static final long COUPON = 5;
    private static final String ISSUE = "/api/v1/coupons/5/issue";

    /** One of it, valid from tomorrow. */
    @BeforeEach
    void offer() {
        NewCoupon terms = new NewCoupon(
                "Ten",
                new Discount.Percent(10, Optional.of(Money.of(5_000))),
                Money.of(100),
                Shop.NOW.plus(Duration.ofDays(1)),
                Shop.NOW.plus(Duration.ofDays(2)),
                Optional.of(1L));
        shop.offers().put(COUPON, new OfferedCoupon(COUPON, terms, 0));
    }

    @Test
    void a_coupon_is_issued_under_its_terms_in_one_transaction_even_ahead_of_its_time() {
        Reply reply = api.post(ISSUE, "");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).hasValue("/api/v1/users/me/coupons");
        assertThat(reply.body())
                .isEqualTo(("{'issuedCouponId':51,'couponId':5,'name':'Ten','status':'ISSUED','type':'PERCENT',"
                                + "'value':10,'maxDiscount':5000,'minOrderAmount':100,"
                                + "'validFrom':'2026-11-23T03:04:05Z','validTo':'2026-11-24T03:04:05Z',"
                                + "'issuedAt':'2026-11-22T03:04:05Z'}")
                        .replace('\'', '"'));
        assertThat(journal().entries()).containsExactly("begin jdbc-transaction", "issue", "commit");
        assertThat(issuedQuantity()).isOne();
    }

    @Test
    void who_has_it_does_not_get_another() {
        api.post(ISSUE, "");

        refused(api.post(ISSUE, ""), 409, "COUPON_ALREADY_ISSUED");
        assertThat(issuedQuantity()).isOne();
    }

    @Test
    void the_last_one_goes_to_who_comes_first() {
        api.post(ISSUE, "");
        signedIn.as(2);

        refused(api.post(ISSUE, ""), 409, "COUPON_SOLD_OUT");
        assertThat(api.get("/api/v1/users/me/coupons").<Integer>at("$.totalCount"))
                .isZero();
    }

    @Test
    void what_can_never_be_used_is_not_issued() {
        clock.pass(Duration.ofDays(2));

        refused(api.post(ISSUE, ""), 409, "COUPON_NOT_USABLE");
        assertThat(issuedQuantity()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "0", "-5", "five"})
    void a_coupon_that_is_not_there_is_not_found(String id) {
        refused(api.post("/api/v1/coupons/" + id + "/issue", ""), 404, "COUPON_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}"})
    void the_same_key_again_gets_the_same_answer(String body) {
        Reply first = api.post(ISSUE, body, "Idempotency-Key", "k-1");

        Reply again = api.post(ISSUE, body, "Idempotency-Key", "k-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotent-Replayed")).hasValue("true");
        assertThat(journal().entries())
                .startsWith("begin jdbc-transaction", "claim k-1", "issue", "store k-1", "commit");
        assertThat(issuedQuantity()).isOne();
        refused(api.post(ISSUE, "{\"other\":1}", "Idempotency-Key", "k-1"), 422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void after_a_refusal_the_key_is_free() {
        OfferedCoupon offered = shop.offers().get(COUPON);
        shop.offers().put(COUPON, new OfferedCoupon(COUPON, offered.terms(), 1));
        refused(api.post(ISSUE, "", "Idempotency-Key", "k-1"), 409, "COUPON_SOLD_OUT");
        shop.offers().put(COUPON, offered);

        assertThat(api.post(ISSUE, "", "Idempotency-Key", "k-1").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"issue", "commit"})
    void a_lost_race_is_run_again(String step) {
        journal().failNext(step, TechnicalFailure.conflict());

        assertThat(api.post(ISSUE, "").status()).isEqualTo(201);
        assertThat(issuedQuantity()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin jdbc-transaction", "claim k-1", "issue", "store k-1", "commit"})
    void a_step_that_fails_leaves_nothing_behind(String step) {
        journal().failAlways(step, TechnicalFailure.outage());

        Reply reply = api.post(ISSUE, "", "Idempotency-Key", "k-1");

        refused(reply, 503, "UNAVAILABLE");
        assertThat(reply.header("Retry-After")).hasValue("1");
        assertThat(issuedQuantity()).isZero();
        journal().failNoMore();
        assertThat(api.post(ISSUE, "", "Idempotency-Key", "k-1").status()).isEqualTo(201);
    }

    private long issuedQuantity() {
        return shop.offers().get(COUPON).issuedQuantity();
    }

    private static void refused(Reply reply, int status, String code) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.<String>at("$.code")).isEqualTo(code);
        assertThat(reply.body()).doesNotContain(TechnicalFailure.INSIDE_KNOWLEDGE);
    }
}
