package io.commerceroutes.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import java.util.Locale;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.sql.SqlConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedHeadersTest extends CommerceFlowTest {
    private final TrustedHeaders trusted = new TrustedHeaders();

    @ParameterizedTest
    @ValueSource(
            strings = {"CamelHttpUri", "camelHttpUri", "CAMELSQLQUERY", "org.apache.camel.component", "Camel", "CamelX"
            })
    void camels_own_headers_do_not_come_in(String name) {
        assertThat(trusted.applyFilterToExternalHeaders(name, "x", null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key", "page", "orderId", "Authorization", "X-Camel"})
    void other_headers_come_in(String name) {
        assertThat(trusted.applyFilterToExternalHeaders(name, "x", null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Type", "Location", "Retry-After", "Idempotent-Replayed", "WWW-Authenticate", "Allow"})
    void what_is_meant_for_the_reader_goes_out(String name) {
        assertThat(trusted.applyFilterToCamelHeaders(name, "x", null)).isFalse();
        assertThat(trusted.applyFilterToCamelHeaders(name.toUpperCase(Locale.ROOT), "x", null))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "Idempotency-Key", "orderId", "X-Anything", "CamelHttpUri", "Cookie"})
    void nothing_else_goes_out(String name) {
        assertThat(trusted.applyFilterToCamelHeaders(name, "x", null)).isTrue();
    }

    @Test
    void a_request_header_is_echoed_neither_in_an_answer_nor_in_a_problem() {
        for (String path : new String[] {"/api/v1/points", "/api/v1/products/junk"}) {
            Reply reply = api.get(path, "X-Private", "secret", "Authorization", "Bearer secret", "Cookie", "a=secret");

            assertThat(reply.http().headers().map()).doesNotContainKeys("x-private", "authorization", "cookie");
            assertThat(reply.http().headers().map().toString()).doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CamelHttpResponseCode,418",
        "CamelHttpUri,/elsewhere",
        "CamelHttpMethod,DELETE",
        "CamelJacksonUnmarshalType,java.lang.Object",
        "CamelBeanMethodName,delete"
    })
    void a_request_cannot_steer_the_flow_with_camels_headers(String name, String value) {
        String order = """
                {"items":[{"productId":11,"quantity":1}],"payment":{"method":"POINT"}}""";

        assertThat(api.post("/api/v1/orders", order, name, value).status()).isEqualTo(201);
        Reply refused = api.post("/api/v1/orders", "{}", name, value);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.<String>at("$.instance")).isEqualTo("/api/v1/orders");
    }

    @Test
    void a_request_cannot_bring_its_own_query() {
        MockEndpoint query = camel.getEndpoint("mock:sql:classpath:sql/audit/stock.sql", MockEndpoint.class);

        api.get("/api/v1/ops/audit", SqlConstants.SQL_QUERY, "DELETE FROM product");

        assertThat(query.getExchanges())
                .singleElement()
                .satisfies(exchange ->
                        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(SqlConstants.SQL_QUERY));
    }
}
