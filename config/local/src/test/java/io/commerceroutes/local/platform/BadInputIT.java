package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.app.Role;
import io.commerceroutes.app.security.LocalTokens;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bad input to every endpoint of commerce-api: the contract's error, never a 500, and nothing is written. */
class BadInputIT {
    private static final String ORDER =
            "{\"items\":[{\"productId\":1,\"quantity\":1}],\"payment\":{\"method\":\"POINT\"}}";
    private static final List<String> WRONG_NUMBERS = List.of(
            "-1",
            "0",
            "1.5",
            "1e3",
            "99999999999999999999",
            "9223372036854775807",
            "\"1\"",
            "true",
            "null",
            "[]",
            "{}");
    private static final List<String> NO_OBJECTS =
            List.of("", " ", "null", "[]", "1", "\"x\"", "{", "{\"a\":", "{}", "{\"a\":1,\"a\":2}", "\u0000", "{}{}");

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
        otherKeys = TestKeys.in(java.nio.file.Path.of("target", "other-keys"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    /** A write endpoint: who may call it, where, and a body it takes. */
    enum Write {
        REGISTER("CUSTOMER", "/api/v1/users", "{\"loginId\":\"new\",\"email\":\"new@example.com\"}"),
        CHARGE("CUSTOMER", "/api/v1/points/charge", "{\"amount\":1}"),
        ORDER("CUSTOMER", "/api/v1/orders", BadInputIT.ORDER),
        ADD_PRODUCT("ADMIN", "/api/v1/products", "{\"name\":\"A\",\"price\":1,\"brandId\":1,\"stock\":1}"),
        TOKEN("CUSTOMER", "/api/v1/auth/tokens", "{\"userId\":1,\"role\":\"CUSTOMER\"}");

        private final String role;
        private final String path;
        private final String good;

        Write(String role, String path, String good) {
            this.role = role;
            this.path = path;
            this.good = good;
        }
    }

    static Stream<Arguments> badBodies() {
        List<Arguments> cases = new ArrayList<>();
        for (Write write : Write.values()) {
            NO_OBJECTS.forEach(body -> cases.add(Arguments.of(write, body)));
            cases.add(Arguments.of(write, write.good.replaceFirst("\\{", "{\"unknown\":1,")));
        }
        for (String number : WRONG_NUMBERS) {
            cases.add(Arguments.of(Write.CHARGE, "{\"amount\":%s}".formatted(number)));
            cases.add(Arguments.of(Write.ORDER, BadInputIT.ORDER.replace("\"quantity\":1", "\"quantity\":" + number)));
            cases.add(
                    Arguments.of(Write.ORDER, BadInputIT.ORDER.replace("\"productId\":1", "\"productId\":" + number)));
            cases.add(Arguments.of(
                    Write.ADD_PRODUCT, "{\"name\":\"A\",\"price\":1,\"brandId\":%s,\"stock\":1}".formatted(number)));
            if (!"0".equals(number)) {
                cases.add(Arguments.of(
                        Write.ADD_PRODUCT,
                        "{\"name\":\"A\",\"price\":%s,\"brandId\":1,\"stock\":1}".formatted(number)));
            }
            if (!"null".equals(number)) {
                cases.add(Arguments.of(
                        Write.ORDER,
                        BadInputIT.ORDER.replaceFirst("\\{", "{\"issuedCouponId\":%s,".formatted(number))));
            }
        }
        for (String body : List.of(
                BadInputIT.ORDER.replace("POINT", "CARD"),
                BadInputIT.ORDER.replace("POINT", "point"),
                BadInputIT.ORDER.replace("[{\"productId\":1,\"quantity\":1}]", "[]"),
                BadInputIT.ORDER.replace("[{\"productId\":1,\"quantity\":1}]", "null"),
                BadInputIT.ORDER.replace("{\"productId\":1,\"quantity\":1}", "null"),
                BadInputIT.ORDER.replace("\"quantity\":1", "\"quantity\":10001"),
                BadInputIT.ORDER.replaceFirst("\\{", "{\"usePoints\":-5,"),
                BadInputIT.ORDER.replaceFirst("\\{", "{\"usePoints\":5000000,"),
                BadInputIT.ORDER.replace("{\"method\":\"POINT\"}", "\"POINT\""),
                "{\"items\":[{\"productId\":1,\"quantity\":1}]}")) {
            cases.add(Arguments.of(Write.ORDER, body));
        }
        for (String body : List.of(
                "{\"loginId\":\"a b\",\"email\":\"x@example.com\"}",
                "{\"loginId\":\"ab\",\"email\":\"x@example.com\"}",
                "{\"loginId\":\"abc\",\"email\":\"nobody\"}",
                "{\"loginId\":\"abc\"}",
                "{\"loginId\":5,\"email\":\"x@example.com\"}",
                "{\"loginId\":\"abc\",\"email\":\"%s@example.com\"}".formatted("x".repeat(300)))) {
            cases.add(Arguments.of(Write.REGISTER, body));
        }
        cases.add(Arguments.of(Write.ADD_PRODUCT, "{\"name\":\" \",\"price\":1,\"brandId\":1,\"stock\":1}"));
        cases.add(Arguments.of(
                Write.ADD_PRODUCT,
                "{\"name\":\"%s\",\"price\":1,\"brandId\":1,\"stock\":1}".formatted("x".repeat(201))));
        cases.add(Arguments.of(Write.TOKEN, "{\"userId\":1,\"role\":\"ROOT\"}"));
        return cases.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("badBodies")
    void a_bad_body_is_refused_and_nothing_is_written(Write write, String body) {
        List<Long> before = rows();
        Answer answer = shop.as(1, write.role, "POST", write.path, body);

        assertProblem(
                answer,
                Set.of(400, 404),
                Set.of(
                        "VALIDATION_FAILED",
                        "MALFORMED_REQUEST",
                        "PRODUCT_NOT_FOUND",
                        "COUPON_NOT_FOUND",
                        "BRAND_NOT_FOUND"));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void what_does_not_exist_or_is_somebody_elses_is_not_found() {
        String foreign = shop.customer(2, "POST", "/api/v1/orders", ORDER).text("orderId");
        List<Long> before = rows();
        for (String path : List.of("x", "..%2F", foreign, "%00", "1".repeat(2_000))) {
            assertProblem(shop.customer(1, "GET", "/api/v1/orders/" + path, null), Set.of(404, 400), null);
            assertProblem(shop.customer(1, "POST", "/api/v1/orders/" + path + "/cancel", null), Set.of(404, 400), null);
        }
        for (String path : List.of("0", "-1", "x", "1.5", "99999999999999999999", "999999")) {
            assertProblem(shop.get("/api/v1/products/" + path), Set.of(404), Set.of("PRODUCT_NOT_FOUND"));
        }
        String foreignCoupon = ORDER.replaceFirst("\\{", "{\"issuedCouponId\":5,");
        assertProblem(
                shop.customer(1, "POST", "/api/v1/orders", foreignCoupon), Set.of(404), Set.of("COUPON_NOT_FOUND"));
        assertProblem(shop.customer(987_654, "POST", "/api/v1/orders", ORDER), Set.of(404), Set.of("USER_NOT_FOUND"));
        assertProblem(
                shop.get("/api/v1/nothing", "Authorization", "Bearer " + shop.token(1, "CUSTOMER")), Set.of(404), null);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void bad_paging_is_refused() {
        for (String query :
                List.of("page=-1", "page=x", "size=0", "size=101", "page=99999999999", "size=1.5", "page=1&page=2")) {
            assertProblem(shop.get("/api/v1/products?" + query), Set.of(400), Set.of("VALIDATION_FAILED"));
            assertProblem(
                    shop.customer(1, "GET", "/api/v1/points/history?" + query, null),
                    Set.of(400),
                    Set.of("VALIDATION_FAILED"));
        }
    }

    @Test
    void two_megabytes_another_media_type_and_another_method_are_refused() {
        List<Long> before = rows();
        for (Write write : Write.values()) {
            String huge = write.good.replaceFirst("\\{", "{\"x\":\"%s\",".formatted("x".repeat(2_000_000)));
            assertProblem(shop.as(1, write.role, "POST", write.path, huge), Set.of(413), Set.of("CONTENT_TOO_LARGE"));
            assertProblem(
                    shop.as(1, write.role, "POST", write.path, write.good, "Content-Type", "text/plain"),
                    Set.of(415),
                    Set.of("UNSUPPORTED_MEDIA_TYPE"));
            Answer answer = shop.as(1, write.role, "PATCH", write.path, write.good);
            if (answer.status() != 403) {
                assertProblem(answer, Set.of(405), Set.of("METHOD_NOT_ALLOWED"));
                assertThat(answer.headers().firstValue("Allow").orElse("")).contains("POST");
            }
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void no_expired_forged_and_unsigned_tokens_are_refused() {
        List<Long> before = rows();
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
                Answer answer = shop.send("POST", write.path, write.good, "Authorization", "Bearer " + token);
                assertProblem(answer, Set.of(401), Set.of("UNAUTHENTICATED"));
                assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
            }
        }
        for (String path : List.of(
                "/api/v1/points",
                "/api/v1/points/history",
                "/api/v1/users/me",
                "/api/v1/orders/x",
                "/api/v1/ops/audit")) {
            assertProblem(shop.get(path), Set.of(401), Set.of("UNAUTHENTICATED"));
            assertProblem(shop.get(path, "Authorization", "Bearer " + expired), Set.of(401), Set.of("UNAUTHENTICATED"));
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_role_that_is_not_the_right_one_is_forbidden() {
        assertProblem(shop.as(1, "OPS", "POST", "/api/v1/orders", ORDER), Set.of(403), Set.of("FORBIDDEN"));
        assertProblem(shop.as(1, "ADMIN", "GET", "/api/v1/points", null), Set.of(403), Set.of("FORBIDDEN"));
        assertProblem(
                shop.as(1, "CUSTOMER", "POST", "/api/v1/products", Write.ADD_PRODUCT.good),
                Set.of(403),
                Set.of("FORBIDDEN"));
        assertProblem(shop.as(1, "CUSTOMER", "GET", "/api/v1/ops/audit", null), Set.of(403), Set.of("FORBIDDEN"));
    }

    @Test
    void a_bad_idempotency_key_is_refused() {
        for (String key : List.of("\"\"", " ", "x".repeat(256))) {
            assertProblem(
                    shop.customer(1, "POST", "/api/v1/points/charge", "{\"amount\":1}", "Idempotency-Key", key),
                    Set.of(400),
                    Set.of("VALIDATION_FAILED"));
        }
    }

    private static void assertProblem(Answer answer, Set<Integer> statuses, Set<String> codes) {
        assertThat(answer.status()).as("%s", answer).isIn(statuses);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        for (String field : List.of("type", "title", "status", "detail", "instance", "code")) {
            assertThat(answer.body().has(field)).as("%s of %s", field, answer).isTrue();
        }
        assertThat(answer.body().toString()).doesNotContain("Exception", "SELECT", "INSERT", "java.", "io.commerce");
        if (codes != null) {
            assertThat(answer.text("code")).isIn(codes);
        }
    }

    private static LocalTokens tokens(TestKeys keys, Clock clock) {
        return new LocalTokens(keys.publicKey(), keys.privateKey(), clock);
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static List<Long> rows() {
        return Stream.of(
                        "users",
                        "product",
                        "orders",
                        "order_item",
                        "payment",
                        "stock_movement",
                        "point_movement",
                        "order_event",
                        "payment_event",
                        "idempotency_key")
                .map(table -> database.queryForObject("SELECT COUNT(*) FROM " + table, Long.class))
                .toList();
    }
}
