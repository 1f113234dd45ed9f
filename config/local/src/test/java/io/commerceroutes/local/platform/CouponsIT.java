package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.app.Role;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Coupons from their offer to the order that uses them, over HTTP, and the orders' list. */
class CouponsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static TestPlatform platform;
    private static ShopClient shop;
    private static JdbcTemplate database;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void start() {
        platform = new TestPlatform();
        var api = platform.start(Role.API, Map.of("commerce.idempotency.purge-cron", "0/1+*+*+*+*+?"));
        shop = new ShopClient(TestPlatform.baseUrl(api));
        database = platform.jdbc(Role.API);
        transaction = new TransactionTemplate(api.getBean("transactionManager", PlatformTransactionManager.class));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static long offer(int total) {
        Answer offered = shop.as(1, "ADMIN", "POST", "/api/v1/coupons", """
                        {"name":"Five","type":"PERCENT","value":50,"maxDiscount":300,"minOrderAmount":1000,
                         "validFrom":"2026-01-01T00:00:00+09:00","validTo":"2099-01-01T00:00:00+09:00",
                         "totalQuantity":%d}""".formatted(total));
        assertThat(offered.status()).as("%s", offered).isEqualTo(201);
        assertThat(shop.as(
                                1,
                                "ADMIN",
                                "GET",
                                offered.headers().firstValue("Location").orElseThrow(),
                                null)
                        .body())
                .isEqualTo(offered.body());
        return offered.body().path("couponId").asLong();
    }

    private static Answer issue(long customer, long couponId, String... headers) {
        return shop.customer(customer, "POST", "/api/v1/coupons/%d/issue".formatted(couponId), null, headers);
    }

    private static JsonNode newestCoupon(long customer) {
        return shop.customer(customer, "GET", "/api/v1/users/me/coupons?size=1", null)
                .body()
                .path("items")
                .path(0);
    }

    private static Answer order(long customer, String coupon) {
        return shop.customer(customer, "POST", "/api/v1/orders", """
                        {"items":[{"productId":1,"quantity":2}],%s"payment":{"method":"POINT"}}""".formatted(coupon));
    }

    @Test
    void a_coupon_goes_from_its_offer_to_a_customer_into_an_order_and_back() {
        long couponId = offer(1);
        Answer issued = issue(2, couponId, "Idempotency-Key", "c-1");
        Answer again = issue(2, couponId, "Idempotency-Key", "\"c-1\"");
        assertThat(issued.status()).as("%s", issued).isEqualTo(201);
        assertThat(again.body()).isEqualTo(issued.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertProblem(issue(2, couponId), 409, "COUPON_ALREADY_ISSUED");
        assertProblem(issue(3, couponId), 409, "COUPON_SOLD_OUT");
        assertProblem(issue(3, 999_999), 404, "COUPON_NOT_FOUND");
        assertThat(newestCoupon(2)).isEqualTo(issued.body());

        Answer ordered = order(2, "\"issuedCouponId\":%s,".formatted(issued.text("issuedCouponId")));
        assertThat(ordered.body().path("discountAmount").asLong()).isEqualTo(300);
        assertThat(newestCoupon(2).path("status").asText()).isEqualTo("USED");
        assertThat(newestCoupon(2).path("orderId").asText()).isEqualTo(ordered.text("orderId"));

        shop.customer(2, "POST", "/api/v1/orders/" + ordered.text("orderId") + "/cancel", null);
        assertThat(newestCoupon(2)).isEqualTo(issued.body());
        assertThat(shop.operator("/api/v1/ops/audit").body().path("ok").asBoolean())
                .isTrue();
    }

    @Test
    void coupons_are_offered_by_administrators_and_issued_to_customers() {
        long couponId = offer(1);
        String one = "/api/v1/coupons/" + couponId;

        assertProblem(shop.customer(2, "POST", "/api/v1/coupons", Write.OFFER_COUPON.good()), 403, "FORBIDDEN");
        assertProblem(shop.customer(2, "GET", one, null), 403, "FORBIDDEN");
        assertProblem(shop.as(2, "ADMIN", "POST", one + "/issue", null), 403, "FORBIDDEN");
        assertProblem(shop.send("POST", one + "/issue", null), 401, "UNAUTHENTICATED");
        assertProblem(shop.get("/api/v1/users/me/coupons"), 401, "UNAUTHENTICATED");
    }

    @Test
    void orders_are_listed_as_each_is_shown_alone() {
        String canceled = order(4, "").text("orderId");
        shop.customer(4, "POST", "/api/v1/orders/" + canceled + "/cancel", null);
        Answer newest = order(4, "");

        JsonNode all = orders("");
        assertThat(all.path("totalCount").asLong()).isEqualTo(2);
        assertThat(all.path("items").path(0)).isEqualTo(newest.body());
        assertThat(all.path("items").path(1))
                .isEqualTo(shop.customer(4, "GET", "/api/v1/orders/" + canceled, null)
                        .body());
        assertThat(orders("?status=CANCELED").path("items")).hasSize(1);
        assertThat(orders("?to=2020-01-01").path("totalCount").asLong()).isZero();
        String createdAt = newest.text("createdAt");
        assertThat(orders("?from=%s&to=%s".formatted(createdAt, createdAt))
                        .path("items")
                        .path(0))
                .isEqualTo(newest.body());
        assertProblem(shop.customer(4, "GET", "/api/v1/orders?from=now", null), 400, "VALIDATION_FAILED");
    }

    private static JsonNode orders(String query) {
        return shop.customer(4, "GET", "/api/v1/orders" + query, null).body();
    }

    @Test
    void a_key_is_forgotten_after_two_days() {
        long couponId = offer(1);
        issue(5, couponId, "Idempotency-Key", "c-2");
        Integer aged = transaction.execute(
                status -> database.update("UPDATE idempotency_key SET created_at = created_at - INTERVAL 49 HOUR"
                        + " WHERE body LIKE '%\"couponId\":" + couponId + ",%'"));
        assertThat(aged).isOne();

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(database.queryForObject(
                                "SELECT COUNT(*) FROM idempotency_key WHERE created_at < UTC_TIMESTAMP() - INTERVAL 48 HOUR",
                                Long.class))
                        .isZero());

        assertProblem(issue(5, couponId, "Idempotency-Key", "c-2"), 409, "COUPON_ALREADY_ISSUED");
    }
}
