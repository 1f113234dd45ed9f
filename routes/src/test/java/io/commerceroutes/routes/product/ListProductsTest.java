package io.commerceroutes.routes.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GET /products: what is asked for reaches the storefront, and what is not acceptable is named. */
class ListProductsTest extends CommerceFlowTest {
    private static final String PRODUCTS = "/api/v1/products";

    @BeforeEach
    void addAPot() {
        api.post(PRODUCTS, "{\"name\":\"노트 Pot\",\"price\":100,\"brandId\":5,\"stock\":4}");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 102 12 11",
        "sort=latest, 102 12 11",
        "sort=price_asc, 102 11 12",
        "sort=price_desc, 12 102 11",
        "sort=likes_desc, 11 102 12",
        "brandId=5, 102 12 11",
        "brandId=6, ''",
        "name=P, 102 12",
        "name=%20pOT%20, 102",
        "name=%EB%85%B8%ED%8A%B8, 102",
        "name=%25, ''",
        "name=cup&brandId=5&sort=price_asc&page=0&size=1, 12"
    })
    void products_come_in_the_order_and_with_the_filters_asked_for(String query, String ids) {
        Reply reply = api.get(PRODUCTS + "?" + query);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.<List<Integer>>at("$.items[*].productId").stream().map(String::valueOf))
                .containsExactly(ids.isEmpty() ? new String[0] : ids.split(" "));
    }

    @Test
    void products_come_in_pages_and_are_no_views() {
        Reply second = api.get(PRODUCTS + "?page=1&size=2");

        assertThat(second.body())
                .isEqualTo(("{'items':[{'productId':11,'name':'Tea','price':100,'stock':10,'likes':3,"
                                + "'brand':{'brandId':5,'name':'Leaf'}}],'page':1,'size':2,'totalCount':3}")
                        .replace('\'', '"'));
        assertThat(api.get(PRODUCTS).<Integer>at("$.size")).isEqualTo(20);
        assertThat(waitingFor(PublishViewRoute.VIEWED)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "brandId=0, brandId",
        "brandId=-1, brandId",
        "brandId=x, brandId",
        "brandId=, brandId",
        "brandId=1.5, brandId",
        "brandId=9999999999999999999, brandId",
        "brandId=1&brandId=2, brandId",
        "name=, name",
        "name=%20%C2%A0, name",
        "name=a&name=b, name",
        "sort=newest, sort",
        "sort=LATEST, sort",
        "sort=, sort",
        "page=-1, page",
        "size=101, size",
        "'brandId=x&name=&sort=x&page=x&size=x', brandId name sort page size"
    })
    void every_parameter_that_is_not_acceptable_is_named(String query, String fields) {
        Reply reply = api.get(PRODUCTS + "?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<String>at("$.code")).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly(fields.split(" "));
        assertThat(journal().count("list products")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "가", "🍵"})
    void a_text_to_search_for_has_up_to_100_characters(String character) {
        assertThat(api.get(PRODUCTS + "?name=" + encoded(character.repeat(100))).status())
                .isEqualTo(200);
        assertThat(api.get(PRODUCTS + "?name=" + encoded(character.repeat(101))).status())
                .isEqualTo(400);
    }

    @Test
    void a_list_that_cannot_be_read_now_is_to_be_tried_again() {
        journal().failAlways("list products", TechnicalFailure.outage());

        assertThat(api.get(PRODUCTS).status()).isEqualTo(503);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
