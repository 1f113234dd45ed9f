package io.commerceroutes.routes.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two orders: one at 2026-11-22T03:04:05Z, in Seoul at noon, and one 12 hours later, which there is the next day. */
class OrderListTest extends CommerceFlowTest {
    private String atNoon;
    private String nextDay;

    @BeforeEach
    void place() {
        atNoon = placeOrder();
        clock.pass(Duration.ofHours(12));
        nextDay = placeOrder();
    }

    @Test
    void customers_see_their_own_orders_the_newest_first_each_as_it_is_shown_alone() {
        Reply reply = list("");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(ids(reply)).containsExactly(nextDay, atNoon);
        assertThat(reply.json().at("/items/1"))
                .isEqualTo(api.get("/api/v1/orders/" + atNoon).json());
        assertThat(reply.<Integer>at("$.page")).isZero();
        assertThat(reply.<Integer>at("$.size")).isEqualTo(20);
        assertThat(reply.<Integer>at("$.totalCount")).isEqualTo(2);
        signedIn.as(2);
        assertThat(list("").body()).isEqualTo("{\"items\":[],\"page\":0,\"size\":20,\"totalCount\":0}");
    }

    @Test
    void the_list_comes_in_pages() {
        Reply second = list("?page=1&size=1");

        assertThat(ids(second)).containsExactly(atNoon);
        assertThat(second.<Integer>at("$.totalCount")).isEqualTo(2);
        assertThat(ids(list("?page=2&size=1"))).isEmpty();
    }

    @Test
    void orders_of_one_status_are_listed_alone() {
        api.post("/api/v1/orders/" + atNoon + "/cancel", "{}");

        assertThat(ids(list("?status=CANCELED"))).containsExactly(atNoon);
        assertThat(ids(list("?status=PAID"))).containsExactly(nextDay);
        assertThat(list("?status=PENDING_PAYMENT").<Integer>at("$.totalCount")).isZero();
        assertThat(ids(list("?status=CANCELED&from=2026-11-23"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-11-22, noon next",
        "from=2026-11-23, next",
        "from=2026-11-24, ''",
        "to=2026-11-21, ''",
        "to=2026-11-22, noon",
        "to=2026-11-23, noon next",
        "from=2026-11-22&to=2026-11-22, noon",
        "from=2026-11-22T15:04:05Z, next",
        "from=2026-11-22T15:04:05.000001Z, ''",
        "to=2026-11-22T15:04:05Z, noon next",
        "to=2026-11-22T15:04:04.999999Z, noon",
        "from=2026-11-22T03:04:05Z&to=2026-11-22T03:04:05Z, noon",
        "from=2026-11-23T00:04:05%2B09:00, next",
        "from=2026-11-23T00:04:05+09:00, next",
        "from=2026-11-23&to=2026-11-22T15:04:05Z, next"
    })
    void a_date_is_a_whole_day_in_seoul_a_time_is_that_moment_and_both_ends_are_included(
            String query, String expected) {
        List<String> orders = Arrays.stream(expected.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> "next".equals(word) ? nextDay : atNoon)
                .toList();

        assertThat(ids(list("?" + query))).containsExactlyElementsOf(orders.reversed());
    }

    @ParameterizedTest
    @CsvSource({
        "from=, from",
        "from=today, from",
        "from=2026-02-30, from",
        "from=1999-12-31, from",
        "from=2026-11-22T00:00:00, from",
        "from=2026-11-22&from=2026-11-23, from",
        "to=2100-01-01, to",
        "to=%2B999999999-12-31, to",
        "to=1763780645, to",
        "status=, status",
        "status=paid, status",
        "status=REFUNDED, status",
        "from=2026-11-23&to=2026-11-22, from",
        "from=2026-11-22T00:00:01Z&to=2026-11-22T00:00:00Z, from",
        "page=-1, page",
        "size=101, size",
        "from=x&to=y&status=z, from to status"
    })
    void what_is_not_acceptable_is_named(String query, String fields) {
        Reply reply = list("?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<String>at("$.code")).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly(fields.split(" "));
        assertThat(journal().entries()).doesNotContain("list orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?status=PAID"})
    void a_list_that_cannot_be_read_now_is_to_be_tried_again(String query) {
        journal().failAlways("list orders", TechnicalFailure.outage());

        assertThat(list(query).status()).isEqualTo(503);
    }

    private String placeOrder() {
        return api.post("/api/v1/orders", """
                        {"items":[{"productId":11,"quantity":1}],"payment":{"method":"POINT"}}""").at("$.orderId");
    }

    private Reply list(String query) {
        return api.get("/api/v1/orders" + query);
    }

    private static List<String> ids(Reply reply) {
        return reply.at("$.items[*].orderId");
    }
}
