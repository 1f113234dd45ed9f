package io.commerceroutes.routes.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.TechnicalFailure;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ProductApiTest extends CommerceFlowTest {
    private static final String PRODUCTS = "/api/v1/products";

    @Autowired
    private MeterRegistry meters;

    @Test
    void a_product_is_shown_and_its_view_handed_over() {
        Reply reply = api.get(PRODUCTS + "/11");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo(("{'productId':11,'name':'Tea','price':100,'stock':10,'likes':3,"
                                + "'brand':{'brandId':5,'name':'Leaf'}}")
                        .replace('\'', '"'));
        assertThat(waitingFor(PublishViewRoute.VIEWED)).isOne();
    }

    @Test
    void a_view_that_finds_the_queue_full_is_lost_and_counted_and_the_product_shown() {
        double lostBefore = LostViews.because(meters, "queue-full");
        for (int read = 0; read < 4; read++) {
            assertThat(api.get(PRODUCTS + "/11").status()).isEqualTo(200);
        }

        assertThat(waitingFor(PublishViewRoute.VIEWED)).isEqualTo(2);
        assertThat(LostViews.because(meters, "queue-full")).isEqualTo(lostBefore + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "0", "-11", "abc", "11.0", "1e1", "%2011", "9999999999999999999", "11;x=1"})
    void what_is_no_products_id_is_not_found_and_no_view(String id) {
        Reply reply = api.get(PRODUCTS + "/" + id);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.<String>at("$.code")).isEqualTo("PRODUCT_NOT_FOUND");
        assertThat(waitingFor(PublishViewRoute.VIEWED)).isZero();
    }

    @Test
    void a_product_that_cannot_be_read_now_is_to_be_tried_again() {
        journal().failAlways("find product", TechnicalFailure.outage());

        assertThat(api.get(PRODUCTS + "/11").status()).isEqualTo(503);
    }
}
