package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.app.Role;
import io.commerceroutes.app.security.LocalTokens;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bad input to every endpoint of commerce-api: the contract's error, never a 500, and nothing is written. */
class BadInputIT {
    private static final String ORDER = Write.ORDER.good();

    private static TestPlatform platform;
    private static ShopClient shop;
    private static JdbcTemplate database;
    private static TestKeys otherKeys;

    @BeforeAll
    static void start() {
        platform = new TestPlatform();
        var api = platform.start(Role.API, Map.of());
        shop = new ShopClient(TestPlatform.baseUrl(api));
        database = platform.jdbc(Role.API);
        otherKeys = TestKeys.in(Path.of("target", "other-keys"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("io.commerceroutes.local.platform.BadBodies#all")
    void a_bad_body_is_refused_and_nothing_is_written(Write write, String body) {
        WrittenRows before = rows();
        Answer answer = shop.as(1, write.role(), "POST", write.path(), body);

        assertProblem(answer, Set.of(400, 404));
        assertThat(answer.text("code"))
                .isIn(
                        "VALIDATION_FAILED",
                        "MALFORMED_REQUEST",
                        "PRODUCT_NOT_FOUND",
                        "COUPON_NOT_FOUND",
                        "BRAND_NOT_FOUND");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void what_does_not_exist_or_is_somebody_elses_is_not_found() {
        String foreign = shop.customer(2, "POST", "/api/v1/orders", ORDER).text("orderId");
        WrittenRows before = rows();
        for (String path : List.of("x", "..%2F", foreign, "%00", "1".repeat(2_000))) {
            assertProblem(shop.customer(1, "GET", "/api/v1/orders/" + path, null), Set.of(404, 400));
            assertProblem(shop.customer(1, "POST", "/api/v1/orders/" + path + "/cancel", null), Set.of(404, 400));
        }
        for (String path : List.of("0", "-1", "x", "1.5", "99999999999999999999", "999999")) {
            assertProblem(shop.get("/api/v1/products/" + path), 404, "PRODUCT_NOT_FOUND");
        }
        String foreignCoupon = BadBodies.with(Write.ORDER, "\"issuedCouponId\":5");
        assertProblem(shop.customer(1, "POST", "/api/v1/orders", foreignCoupon), 404, "COUPON_NOT_FOUND");
        assertProblem(shop.customer(987_654, "POST", "/api/v1/orders", ORDER), 404, "USER_NOT_FOUND");
        assertProblem(shop.get("/api/v1/nothing", "Authorization", "Bearer " + shop.token(1, "CUSTOMER")), Set.of(404));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void bad_paging_is_refused() {
        for (String query :
                List.of("page=-1", "page=x", "size=0", "size=101", "page=99999999999", "size=1.5", "page=1&page=2")) {
            assertProblem(shop.get("/api/v1/products?" + query), 400, "VALIDATION_FAILED");
            assertProblem(shop.customer(1, "GET", "/api/v1/points/history?" + query, null), 400, "VALIDATION_FAILED");
        }
    }

    @Test
    void two_megabytes_another_media_type_and_another_method_are_refused() {
        WrittenRows before = rows();
        for (Write write : Write.values()) {
            String huge = BadBodies.with(write, "\"x\":\"%s\"".formatted("x".repeat(2_000_000)));
            assertProblem(shop.as(1, write.role(), "POST", write.path(), huge), 413, "CONTENT_TOO_LARGE");
            assertProblem(
                    shop.as(1, write.role(), "POST", write.path(), write.good(), "Content-Type", "text/plain"),
                    415,
                    "UNSUPPORTED_MEDIA_TYPE");
            Answer answer = shop.as(1, write.role(), "PATCH", write.path(), write.good());
            if (answer.status() != 403) {
                assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
                assertThat(answer.headers().firstValue("Allow").orElse("")).contains("POST");
            }
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void no_expired_forged_and_unsigned_tokens_are_refused() {
        WrittenRows before = rows();
        String good = shop.token(1, "CUSTOMER");
        String[] parts = good.split("\\.");
        String none = base64("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        String confused = base64("{\"alg\":\"HS256\"}") + "." + parts[1] + "." + parts[2];
        String changed = parts[0] + "." + base64("{\"sub\":\"2\",\"roles\":[\"ADMIN\"]}") + "." + parts[2];
        String forged = tokens(otherKeys, Clock.systemUTC()).issue(1, "CUSTOMER");
        String expired = tokens(platform.keys(), Clock.offset(Clock.systemUTC(), Duration.ofDays(-2)))
                .issue(1, "CUSTOMER");
        for (String token : List.of("", "x", "a.b.c", none, confused, changed, forged, expired)) {
            for (Write write : List.of(Write.CHARGE, Write.ORDER, Write.ADD_PRODUCT)) {
                Answer answer = shop.send("POST", write.path(), write.good(), "Authorization", "Bearer " + token);
                assertProblem(answer, 401, "UNAUTHENTICATED");
                assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
            }
        }
        for (String path : List.of(
                "/api/v1/points",
                "/api/v1/points/history",
                "/api/v1/users/me",
                "/api/v1/orders/x",
                "/api/v1/ops/audit")) {
            assertProblem(shop.get(path), 401, "UNAUTHENTICATED");
            assertProblem(shop.get(path, "Authorization", "Bearer " + expired), 401, "UNAUTHENTICATED");
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_role_that_is_not_the_right_one_is_forbidden() {
        assertProblem(shop.as(1, "OPS", "POST", "/api/v1/orders", ORDER), 403, "FORBIDDEN");
        assertProblem(shop.as(1, "ADMIN", "GET", "/api/v1/points", null), 403, "FORBIDDEN");
        assertProblem(shop.as(1, "CUSTOMER", "POST", "/api/v1/products", Write.ADD_PRODUCT.good()), 403, "FORBIDDEN");
        assertProblem(shop.as(1, "CUSTOMER", "GET", "/api/v1/ops/audit", null), 403, "FORBIDDEN");
    }

    @Test
    void a_bad_idempotency_key_is_refused() {
        for (String key : List.of("\"\"", " ", "x".repeat(256))) {
            assertProblem(
                    shop.customer(1, "POST", "/api/v1/points/charge", "{\"amount\":1}", "Idempotency-Key", key),
                    400,
                    "VALIDATION_FAILED");
        }
    }

    private static LocalTokens tokens(TestKeys keys, Clock clock) {
        return new LocalTokens(keys.publicKey(), keys.privateKey(), clock);
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static WrittenRows rows() {
        return WrittenRows.in(database);
    }
}
