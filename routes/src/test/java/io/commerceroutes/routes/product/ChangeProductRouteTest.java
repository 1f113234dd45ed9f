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

class ChangeProductRouteTest extends CommerceFlowTest {
    private static final String TEA = "/api/v1/products/11";
    private static final String GOOD = "{'name':' Green Tea ','price':120,'brandId':5}";

    @Test
    void a_product_is_changed_in_one_transaction_and_told_of() {
        Reply reply = change(TEA, GOOD);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo(("{'productId':11,'name':'Green Tea','price':120,'stock':10,'likes':3,"
                                + "'brand':{'brandId':5,'name':'Leaf'}}")
                        .replace('\'', '"'));
        assertThat(journal().entries())
                .containsExactly("begin jdbc-transaction", "change product", "commit", "forget product 11");
        assertThat(waitingFor(WAKE_RELAY)).isOne();
        assertThat(api.get(TEA).<String>at("$.name")).isEqualTo("Green Tea");
    }

    @Test
    void the_same_change_again_has_the_same_answer() {
        assertThat(change(TEA, GOOD).body()).isEqualTo(change(TEA, GOOD).body());
    }

    @Test
    void what_is_unknown_is_not_found() {
        assertThat(change("/api/v1/products/99", GOOD).<String>at("$.code")).isEqualTo("PRODUCT_NOT_FOUND");
        assertThat(change("/api/v1/products/x", GOOD).<String>at("$.code")).isEqualTo("PRODUCT_NOT_FOUND");
        assertThat(change(TEA, GOOD.replace("5", "6")).<String>at("$.code")).isEqualTo("BRAND_NOT_FOUND");
        assertThat(waitingFor(WAKE_RELAY)).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name    | {'price':1,'brandId':5}
            name    | {'name':' ','price':1,'brandId':5}
            price   | {'name':'Pot','brandId':5}
            price   | {'name':'Pot','price':-1,'brandId':5}
            price   | {'name':'Pot','price':1000000000001,'brandId':5}
            brandId | {'name':'Pot','price':1}
            brandId | {'name':'Pot','price':1,'brandId':0}
            stock   | {'name':'Pot','price':1,'brandId':5,'stock':9}
            """)
    void a_field_that_is_not_acceptable_is_named(String field, String body) {
        Reply reply = change(TEA, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly(field);
        assertThat(journal().entries()).isEmpty();
    }

    @Test
    void no_body_is_no_change() {
        assertThat(change(TEA, "").<String>at("$.code")).isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void a_lost_race_is_run_again_as_a_whole() {
        journal().failNext("commit", TechnicalFailure.conflict());

        assertThat(change(TEA, GOOD).status()).isEqualTo(200);
        assertThat(journal().count("begin jdbc-transaction")).isEqualTo(2);
    }

    private Reply change(String path, String body) {
        return api.put(path, body.replace('\'', '"'));
    }
}
