package io.commerceroutes.routes.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.Shop;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjustStockRouteTest extends CommerceFlowTest {
    private static final String TEA = "/api/v1/products/11/stock";

    @Test
    void units_come_in_and_go_out_each_in_one_transaction() {
        Reply more = adjust(TEA, "{'delta':5,'reason':' delivery '}");

        assertThat(more.status()).isEqualTo(200);
        assertThat(more.body()).isEqualTo("{\"stock\":15}");
        assertThat(journal().entries())
                .containsExactly("begin jdbc-transaction", "adjust stock: delivery", "commit", "forget product 11");
        assertThat(adjust(TEA, "{'delta':-15,'reason':'broken'}").body()).isEqualTo("{\"stock\":0}");
        assertThat(shop.stockOf(Shop.TEA)).isZero();
    }

    @Test
    void less_than_nothing_is_never_left() {
        Reply reply = adjust(TEA, "{'delta':-11,'reason':'broken'}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.<String>at("$.code")).isEqualTo("OUT_OF_STOCK");
        assertThat(reply.<String>at("$.detail")).isEqualTo("The product has 10 left.");
        assertThat(shop.stockOf(Shop.TEA)).isEqualTo(10);
    }

    @Test
    void more_than_a_thousand_million_are_never_there() {
        Reply reply = adjust(TEA, "{'delta':999999991,'reason':'delivery'}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly("delta");
        assertThat(adjust(TEA, "{'delta':999999990,'reason':'delivery'}").status())
                .isEqualTo(200);
    }

    @Test
    void a_product_that_is_unknown_is_not_found() {
        for (String id : List.of("99", "x", "0")) {
            Reply reply = adjust("/api/v1/products/" + id + "/stock", "{'delta':1,'reason':'delivery'}");

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.<String>at("$.code")).isEqualTo("PRODUCT_NOT_FOUND");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delta  | {'reason':'x'}
            delta  | {'delta':0,'reason':'x'}
            delta  | {'delta':1000000001,'reason':'x'}
            delta  | {'delta':-1000000001,'reason':'x'}
            delta  | {'delta':1.5,'reason':'x'}
            reason | {'delta':1}
            reason | {'delta':1,'reason':' '}
            reason | {'delta':1,'reason':7}
            stock  | {'delta':1,'reason':'x','stock':1}
            """)
    void a_field_that_is_not_acceptable_is_named(String field, String body) {
        Reply reply = adjust(TEA, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly(field);
        assertThat(journal().entries()).isEmpty();
    }

    @Test
    void a_reason_has_up_to_200_characters() {
        String body = "{'delta':1,'reason':'%s'}";

        assertThat(adjust(TEA, body.formatted("r".repeat(200))).status()).isEqualTo(200);
        assertThat(adjust(TEA, body.formatted("r".repeat(201))).status()).isEqualTo(400);
    }

    @Test
    void a_commit_that_fails_adjusts_nothing() {
        journal().failNext("commit", TechnicalFailure.unexpected());

        assertThat(adjust(TEA, "{'delta':1,'reason':'x'}").status()).isEqualTo(500);
        assertThat(shop.stockOf(Shop.TEA)).isEqualTo(10);
    }

    private Reply adjust(String path, String body) {
        return api.post(path, body.replace('\'', '"'));
    }
}
