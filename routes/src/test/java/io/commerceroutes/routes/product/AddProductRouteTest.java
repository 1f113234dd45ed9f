package io.commerceroutes.routes.product;

import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddProductRouteTest extends CommerceFlowTest {
    private static final String PRODUCTS = "/api/v1/products";

    @Test
    void a_product_is_added_in_one_transaction_and_told_of() {
        Reply reply = add("{'name':' Pot ','price':900,'brandId':5,'stock':4}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).hasValue("/api/v1/products/102");
        assertThat(reply.body())
                .isEqualTo(("{'productId':102,'name':'Pot','price':900,'stock':4,'likes':0,"
                                + "'brand':{'brandId':5,'name':'Leaf'}}")
                        .replace('\'', '"'));
        assertThat(journal().entries())
                .containsExactly("begin jdbc-transaction", "add product", "commit", "forget product 102");
        assertThat(waitingFor(WAKE_RELAY)).isOne();
    }

    @Test
    void a_product_of_an_unknown_brand_is_not_added() {
        Reply reply = add("{'name':'Pot','price':900,'brandId':6,'stock':4}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.<String>at("$.code")).isEqualTo("BRAND_NOT_FOUND");
        assertThat(waitingFor(WAKE_RELAY)).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name    | {'price':1,'brandId':5,'stock':1}
            name    | {'name':' ','price':1,'brandId':5,'stock':1}
            name    | {'name':1,'price':1,'brandId':5,'stock':1}
            price   | {'name':'Pot','brandId':5,'stock':1}
            price   | {'name':'Pot','price':-1,'brandId':5,'stock':1}
            price   | {'name':'Pot','price':1000000000001,'brandId':5,'stock':1}
            brandId | {'name':'Pot','price':1,'brandId':0,'stock':1}
            stock   | {'name':'Pot','price':1,'brandId':5}
            stock   | {'name':'Pot','price':1,'brandId':5,'stock':-1}
            stock   | {'name':'Pot','price':1,'brandId':5,'stock':1000000001}
            likes   | {'name':'Pot','price':1,'brandId':5,'stock':1,'likes':9}
            """)
    void a_field_that_is_not_acceptable_is_named(String field, String body) {
        Reply reply = add(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<String>at("$.code")).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly(field);
        assertThat(journal().entries()).isEmpty();
    }

    @Test
    void a_name_has_up_to_200_characters() {
        String body = "{'name':'%s','price':1,'brandId':5,'stock':1}";

        assertThat(add(body.formatted("n".repeat(200))).status()).isEqualTo(201);
        assertThat(add(body.formatted("n".repeat(201))).status()).isEqualTo(400);
    }

    @Test
    void a_commit_that_fails_adds_no_product() {
        journal().failNext("commit", TechnicalFailure.unexpected());

        assertThat(add("{'name':'Pot','price':1,'brandId':5,'stock':1}").status())
                .isEqualTo(500);
        assertThat(api.get(PRODUCTS).<Integer>at("$.totalCount")).isEqualTo(2);
        assertThat(waitingFor(WAKE_RELAY)).isZero();
    }

    private Reply add(String body) {
        return api.post(PRODUCTS, body.replace('\'', '"'));
    }
}
