package io.commerceroutes.routes.point;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.point.PointMovement;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.Shop;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointApiTest extends CommerceFlowTest {
    @Test
    void a_customer_sees_the_balance() {
        Reply reply = api.get("/api/v1/points");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"balance\":1000}");
    }

    @Test
    void a_caller_without_an_account_has_no_balance() {
        signedIn.as(404);

        Reply reply = api.get("/api/v1/points");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.<String>at("$.code")).isEqualTo("USER_NOT_FOUND");
    }

    @Test
    void a_balance_that_cannot_be_read_now_is_to_be_tried_again() {
        journal().failAlways("balance", TechnicalFailure.outage());

        assertThat(api.get("/api/v1/points").status()).isEqualTo(503);
    }

    @Test
    void the_history_shows_movements_with_their_orders() {
        shop.movements().add(new PointMovement(PointMovement.Kind.USE, -300, Optional.of("order-1"), Shop.NOW));
        shop.movements().add(new PointMovement(PointMovement.Kind.CHARGE, 500, Optional.empty(), Shop.NOW));

        Reply reply = api.get("/api/v1/points/history");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo(("{'items':["
                                + "{'kind':'USE','delta':-300,'orderId':'order-1','at':'2026-11-22T03:04:05Z'},"
                                + "{'kind':'CHARGE','delta':500,'at':'2026-11-22T03:04:05Z'}],"
                                + "'page':0,'size':20,'totalCount':2}")
                        .replace('\'', '"'));
    }

    @Test
    void the_history_comes_in_pages() {
        for (int charge = 0; charge < 5; charge++) {
            shop.movements().add(new PointMovement(PointMovement.Kind.CHARGE, charge, Optional.empty(), Shop.NOW));
        }

        Reply reply = api.get("/api/v1/points/history?page=1&size=2");

        assertThat(reply.<List<Integer>>at("$.items[*].delta")).containsExactly(2, 3);
        assertThat(reply.<Integer>at("$.page")).isEqualTo(1);
        assertThat(reply.<Integer>at("$.size")).isEqualTo(2);
        assertThat(reply.<Integer>at("$.totalCount")).isEqualTo(5);
        assertThat(api.get("/api/v1/points/history?page=9").<List<Object>>at("$.items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "page=-1,page",
        "page=1000001,page",
        "page=first,page",
        "page=,page",
        "page=0&page=1,page",
        "size=0,size",
        "size=101,size",
        "size=1.5,size",
        "size=99999999999,size"
    })
    void a_page_out_of_bounds_is_not_acceptable(String query, String field) {
        Reply reply = api.get("/api/v1/points/history?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<String>at("$.code")).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly(field);
    }
}
