package io.commerceroutes.routes.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.TechnicalFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineApiTest extends CommerceFlowTest {
    private String orderId;

    @BeforeEach
    void place() {
        orderId = api.post("/api/v1/orders", """
                {"items":[{"productId":11,"quantity":1}],"payment":{"method":"POINT"}}""").at("$.orderId");
    }

    @Test
    void the_customer_sees_what_has_happened_to_an_order() {
        shows(api.get("/api/v1/orders/%s/timeline".formatted(orderId)));
    }

    @Test
    void an_operator_sees_any_order() {
        signedIn.as(2);

        shows(api.get("/api/v1/ops/orders/%s/timeline".formatted(orderId)));
    }

    @Test
    void another_customers_order_is_not_found_and_not_read() {
        signedIn.as(2);

        notFound(api.get("/api/v1/orders/%s/timeline".formatted(orderId)));
        assertThat(journal().count("read timeline")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/orders/unknown/timeline", "/api/v1/ops/orders/unknown/timeline"})
    void an_order_that_nobody_placed_is_not_found(String path) {
        notFound(api.get(path));
    }

    @Test
    void a_timeline_while_the_database_is_away_is_to_be_tried_again() {
        journal().failAlways("read timeline", TechnicalFailure.outage());

        assertThat(api.get("/api/v1/orders/%s/timeline".formatted(orderId)).status())
                .isEqualTo(503);
    }

    private static void shows(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("items"))
                .hasToString("[{\"at\":\"2026-11-22T03:04:05Z\",\"type\":\"OrderCreated\",\"detail\":\"PAID\"}]");
    }

    private static void notFound(Reply reply) {
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.<String>at("$.code")).isEqualTo("ORDER_NOT_FOUND");
    }
}
