package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.app.Role;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Real answers of commerce-api are what its document says: a success and a refusal, at least, of every operation. */
class OpenApiIT {
    private static final String POINTS = "\"payment\":{\"method\":\"POINT\"}";
    private static final String CARD =
            "\"payment\":{\"method\":\"CARD\",\"cardType\":\"KB\",\"cardNo\":\"1234-5678-9814-1451\"}";

    private static final Pattern PARTS = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    private static TestPlatform platform;
    private static ConfigurableApplicationContext role;
    private static ShopClient shop;
    private static DocumentedAnswers answers;

    @BeforeAll
    static void start() {
        platform = new TestPlatform();
        // No gateway: cards wait.
        role = platform.start(Role.API, Map.of("commerce.payment.gateway-url", "http://127.0.0.1:1"));
        shop = new ShopClient(TestPlatform.baseUrl(role));
        answers = new DocumentedAnswers(shop.text("/api-doc"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void every_endpoint_that_is_served_is_documented() {
        answers.assertEndpointsAreThoseOf(role);
    }

    @Test
    void anyone_gets_the_document_and_a_page_for_it_that_needs_no_other_host() throws Exception {
        String page = shop.text("/swagger-ui.html");
        List<String> parts =
                PARTS.matcher(page).results().map(part -> part.group(1)).toList();

        assertThat(parts).hasSize(4).noneMatch(part -> part.contains("//"));
        parts.forEach(part -> assertThat(shop.get("/" + part).status()).as(part).isEqualTo(200));
        assertThat(page).doesNotContainPattern("<script>|<style>| on[a-z]+=");
        assertThat(shop.text("/swagger-ui/initializer.js")).contains("'api-doc'", "persistAuthorization");
        assertThat(new OpenAPIV3Parser()
                        .readContents(shop.text("/api-doc/openapi.yaml"))
                        .getOpenAPI())
                .isEqualTo(answers.document());
        assertThat(answers.document().getInfo().getDescription()).contains("/api/v1/auth/tokens");
        assertThat(answers.document()
                        .getComponents()
                        .getSecuritySchemes()
                        .get("bearerAuth")
                        .getScheme())
                .isEqualTo("bearer");
    }

    @Test
    void every_operation_answers_as_documented() {
        users();
        points();
        products();
        changesOfProducts();
        coupons();
        String paid = orders();
        String byCard = call("CUSTOMER", "POST", "/api/v1/orders", order(1, CARD))
                .path("orderId")
                .asText();
        timelines(paid);
        payments(byCard);
        call("OPS", "GET", "/api/v1/ops/audit", null);
        call("CUSTOMER", "GET", "/api/v1/ops/audit", null);

        answers.assertAllWereSeen();
    }

    private void users() {
        String newcomer = "{\"loginId\":\"newcomer\",\"email\":\"newcomer@example.com\"}";
        call("ANYONE", "POST", "/api/v1/users", newcomer);
        call("ANYONE", "POST", "/api/v1/users", newcomer);
        call("ANYONE", "POST", "/api/v1/auth/tokens", "{\"userId\":1,\"role\":\"CUSTOMER\"}");
        call("ANYONE", "POST", "/api/v1/auth/tokens", "{}");
        call("CUSTOMER", "GET", "/api/v1/users/me", null);
        call("ANYONE", "GET", "/api/v1/users/me", null);
    }

    private void points() {
        String key = UUID.randomUUID().toString();
        call("CUSTOMER", "POST", "/api/v1/points/charge", "{\"amount\":5}", "Idempotency-Key", key);
        call("CUSTOMER", "POST", "/api/v1/points/charge", "{\"amount\":5}", "Idempotency-Key", key);
        call("CUSTOMER", "POST", "/api/v1/points/charge", "{\"amount\":6}", "Idempotency-Key", key);
        call("CUSTOMER", "POST", "/api/v1/points/charge", "{\"amount\":0}");
        call("CUSTOMER", "POST", "/api/v1/points/charge", "{\"x\":\"%s\"}".formatted("x".repeat(100_000)));
        call("CUSTOMER", "POST", "/api/v1/points/charge", "{\"amount\":5}", "Content-Type", "text/plain");
        call("CUSTOMER", "GET", "/api/v1/points", null);
        call("OPS", "GET", "/api/v1/points", null);
        call("CUSTOMER", "GET", "/api/v1/points/history", null);
        call("CUSTOMER", "GET", "/api/v1/points/history?size=0", null);
    }

    private void products() {
        call("ANYONE", "GET", "/api/v1/products?size=3", null);
        call("ANYONE", "GET", "/api/v1/products?page=x", null);
        call("ANYONE", "GET", "/api/v1/products/1", null);
        call("ANYONE", "GET", "/api/v1/products/0", null);
        call("ADMIN", "POST", "/api/v1/products", "{\"name\":\"A\",\"price\":1,\"brandId\":1,\"stock\":1}");
        call("ADMIN", "POST", "/api/v1/products", "{\"name\":\"A\",\"price\":1,\"brandId\":99999,\"stock\":1}");
    }

    private void changesOfProducts() {
        call("ANYONE", "GET", "/api/v1/products?sort=price_asc&brandId=1&name=a", null);
        call("ADMIN", "PUT", "/api/v1/products/3", "{\"name\":\"B\",\"price\":2,\"brandId\":1}");
        call("ADMIN", "PUT", "/api/v1/products/0", "{\"name\":\"B\",\"price\":2,\"brandId\":1}");
        call("ADMIN", "POST", "/api/v1/products/3/stock", "{\"delta\":5,\"reason\":\"Delivery\"}");
        call("ADMIN", "POST", "/api/v1/products/3/stock", "{\"delta\":-1000000,\"reason\":\"Loss\"}");
        for (String product : List.of("3", "0")) {
            call("CUSTOMER", "POST", "/api/v1/products/" + product + "/likes", null);
            call("CUSTOMER", "DELETE", "/api/v1/products/" + product + "/likes", null);
        }
    }

    private void coupons() {
        String offer = """
                {"name":"A","type":"PERCENT","value":10,"maxDiscount":500,"validFrom":"2026-01-01T00:00:00+09:00",\
                "validTo":"2099-01-01T00:00:00+09:00","totalQuantity":5}""";
        String coupon = "/api/v1/coupons/"
                + call("ADMIN", "POST", "/api/v1/coupons", offer)
                        .path("couponId")
                        .asText();
        call("ADMIN", "POST", "/api/v1/coupons", "{}");
        call("ADMIN", "GET", coupon, null);
        call("ADMIN", "GET", "/api/v1/coupons/0", null);
        call("CUSTOMER", "POST", coupon + "/issue", null);
        call("CUSTOMER", "POST", coupon + "/issue", null);
        call("CUSTOMER", "GET", "/api/v1/users/me/coupons", null);
        call("CUSTOMER", "GET", "/api/v1/users/me/coupons?size=0", null);
    }

    private String orders() {
        String orderId = call("CUSTOMER", "POST", "/api/v1/orders", order(1, POINTS))
                .path("orderId")
                .asText();
        call("CUSTOMER", "POST", "/api/v1/orders", order(10_000, POINTS));
        call("CUSTOMER", "GET", "/api/v1/orders/" + orderId, null);
        call("CUSTOMER", "GET", "/api/v1/orders/none", null);
        call("CUSTOMER", "GET", "/api/v1/orders?status=PAID&from=2026-01-01", null);
        call("CUSTOMER", "GET", "/api/v1/orders?status=NONE", null);
        call("CUSTOMER", "POST", "/api/v1/orders/" + orderId + "/cancel", null);
        call("CUSTOMER", "POST", "/api/v1/orders/none/cancel", null);
        return orderId;
    }

    private static String order(int quantity, String payment) {
        return "{\"items\":[{\"productId\":2,\"quantity\":%d}],%s}".formatted(quantity, payment);
    }

    private void timelines(String orderId) {
        for (String order : new String[] {orderId, "none"}) {
            call("CUSTOMER", "GET", "/api/v1/orders/" + order + "/timeline", null);
            call("OPS", "GET", "/api/v1/ops/orders/" + order + "/timeline", null);
        }
    }

    private void payments(String orderId) {
        call("ANYONE", "POST", "/api/v1/payments/callback", """
                {"transactionKey":"20261122:TR:7e4de0","orderId":"%s","status":"SUCCESS","amount":1}""".formatted(orderId));
        call("ANYONE", "POST", "/api/v1/payments/callback", "{}");
        platform.jdbc(Role.API).execute("""
                INSERT INTO payment_transaction
                    (transaction_key, order_id, amount, status, refund_state, created_at, updated_at)
                VALUES ('20261122:TR:7e4de0', '%s', 1, 'SUCCESS', 'FAILED', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)); COMMIT""".formatted(orderId));
        call("OPS", "GET", "/api/v1/ops/payments", null);
        call("OPS", "GET", "/api/v1/ops/payments?status=none", null);
        String resolution = "{\"outcome\":\"REFUNDED\",\"reason\":\"by hand\"}";
        call("OPS", "POST", "/api/v1/ops/payments/" + orderId + "/resolve", resolution);
        call("OPS", "POST", "/api/v1/ops/payments/" + orderId + "/resolve", resolution);
    }

    private static JsonNode call(String who, String method, String path, String body, String... headers) {
        ShopClient.Answer answer = "ANYONE".equals(who)
                ? shop.send(method, path, body, headers)
                : shop.as(1, who, method, path, body, headers);
        answers.check(method, path, answer.status(), answer.headers(), answer.body());
        return answer.body();
    }
}
