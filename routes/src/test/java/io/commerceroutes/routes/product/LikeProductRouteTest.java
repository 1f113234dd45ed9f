package io.commerceroutes.routes.product;

import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.TechnicalFailure;
import org.junit.jupiter.api.Test;

class LikeProductRouteTest extends CommerceFlowTest {
    private static final String TEA = "/api/v1/products/11/likes";

    @Test
    void a_like_counts_once_however_often_it_is_said() {
        Reply first = api.post(TEA);
        int wakeUps = waitingFor(WAKE_RELAY);
        forgetHandOvers();
        Reply again = api.post(TEA);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body()).isEqualTo("{\"productId\":11,\"liked\":true,\"likes\":4}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(wakeUps).isOne();
        assertThat(waitingFor(WAKE_RELAY)).isZero();
        assertThat(journal().entries().subList(0, 4))
                .containsExactly("begin jdbc-transaction", "like", "commit", "forget product 11");
        assertThat(journal().count("forget product 11")).isOne();
    }

    @Test
    void a_like_is_taken_back_once() {
        api.post(TEA);
        forgetHandOvers();
        Reply first = api.delete(TEA);
        int wakeUps = waitingFor(WAKE_RELAY);
        forgetHandOvers();
        Reply again = api.delete(TEA);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body()).isEqualTo("{\"productId\":11,\"liked\":false,\"likes\":3}");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(wakeUps).isOne();
        assertThat(waitingFor(WAKE_RELAY)).isZero();
        assertThat(journal().count("forget product 11")).isEqualTo(2);
    }

    @Test
    void each_customer_likes_for_themselves() {
        api.post(TEA);
        signedIn.as(2);

        assertThat(api.delete(TEA).<Integer>at("$.likes")).isEqualTo(4);
        assertThat(api.post(TEA).<Integer>at("$.likes")).isEqualTo(5);
    }

    @Test
    void what_is_no_product_cannot_be_liked() {
        for (String id : new String[] {"99", "x", "0"}) {
            String path = "/api/v1/products/" + id + "/likes";

            assertThat(api.post(path).<String>at("$.code")).isEqualTo("PRODUCT_NOT_FOUND");
            assertThat(api.delete(path).status()).isEqualTo(404);
        }
        assertThat(waitingFor(WAKE_RELAY)).isZero();
    }

    @Test
    void a_lost_race_is_run_again_as_a_whole() {
        journal().failNext("like", TechnicalFailure.conflict(), TechnicalFailure.conflict());
        journal().failNext("unlike", TechnicalFailure.conflict());

        assertThat(api.post(TEA).<Integer>at("$.likes")).isEqualTo(4);
        assertThat(api.delete(TEA).<Integer>at("$.likes")).isEqualTo(3);
    }

    @Test
    void a_commit_that_fails_likes_nothing() {
        journal().failNext("commit", TechnicalFailure.unexpected());

        assertThat(api.post(TEA).status()).isEqualTo(500);
        assertThat(api.delete(TEA).<Integer>at("$.likes")).isEqualTo(3);
        assertThat(waitingFor(WAKE_RELAY)).isZero();
    }
}
