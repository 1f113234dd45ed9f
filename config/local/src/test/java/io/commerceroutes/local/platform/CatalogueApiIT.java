package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.app.Role;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.web.servlet.HandlerAdapter;

/** The catalogue as administrators and customers use it, on the real database. */
class CatalogueApiIT {
    private static final String PRODUCTS = "/api/v1/products";
    private static final Duration LIKES_LIMIT = Duration.ofSeconds(90);
    private static TestPlatform platform;
    private static ConfigurableApplicationContext api;
    private static ShopClient shop;

    @BeforeAll
    static void start() {
        platform = new TestPlatform();
        api = platform.start(Role.API, Map.of());
        shop = new ShopClient(TestPlatform.baseUrl(api));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @AfterEach
    void every_count_and_ledger_is_right() {
        JsonNode report = shop.operator("/api/v1/ops/audit").body();

        assertThat(report.path("ok").asBoolean()).as("%s", report).isTrue();
    }

    private static Answer admin(String method, String path, String body) {
        return shop.as(1, "ADMIN", method, path, body.replace('\'', '"'));
    }

    private static long add(String name) {
        return admin("POST", PRODUCTS, "{'name':'%s','price':1500,'brandId':2,'stock':3}".formatted(name))
                .body()
                .path("productId")
                .asLong();
    }

    private static JsonNode search(String name, String more) {
        return shop.get(PRODUCTS + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + more)
                .body();
    }

    @Test
    void an_answer_comes_in_one_piece_with_its_length() {
        Answer page = shop.get(PRODUCTS + "?size=20");

        assertThat(page.headers().firstValueAsLong("Content-Length")).isPresent();
        assertThat(page.headers().firstValue("Transfer-Encoding")).isEmpty();
    }

    @Test
    void routes_are_called_by_their_own_adapter_before_any_of_spring_mvc() {
        assertThat(api.getBeansOfType(HandlerAdapter.class).values().stream()
                        .sorted(AnnotationAwareOrderComparator.INSTANCE)
                        .map(adapter -> adapter.getClass().getSimpleName()))
                .hasSizeGreaterThan(1)
                .startsWith("RouteHandlerAdapter");
    }

    @Test
    void the_demo_catalogue_is_listed_by_brand_and_name_in_order() {
        JsonNode page = shop.get(PRODUCTS + "?brandId=1&name=MUG&sort=price_desc&size=2")
                .body();

        assertThat(page.path("totalCount").asLong()).isEqualTo(10);
        assertThat(page.path("items")).hasSize(2);
        assertThat(page.path("items").path(0).path("price").asLong())
                .isGreaterThanOrEqualTo(page.path("items").path(1).path("price").asLong());
        assertThat(page.path("items").path(0).path("name").asText()).startsWith("Aram Mug");
    }

    @Test
    void what_an_administrator_changes_is_what_customers_find() {
        long id = add("가죽 노트북가방");
        Answer changed = admin("PUT", PRODUCTS + "/" + id, "{'name':'캔버스 노트북가방','price':2500,'brandId':3}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(shop.get(PRODUCTS + "/" + id).body()).isEqualTo(changed.body());
        assertThat(search("캔버스 노트", "").path("items").path(0)).isEqualTo(changed.body());
        assertThat(search("가죽", "").path("totalCount").asLong()).isZero();
        assertThat(search("북가", "&brandId=3").path("totalCount").asLong()).isOne();
        assertThat(search("북가", "&brandId=2").path("totalCount").asLong()).isZero();
    }

    /** Although everything was looked at, and so remembered, just before. */
    @Test
    void what_one_changes_is_what_one_sees_next() {
        long id = add("Jug");
        String path = PRODUCTS + "/" + id;
        look(id);

        admin("PUT", path, "{'name':'Big Jug','price':1700,'brandId':2}");
        assertThat(look(id))
                .allSatisfy(product -> assertThat(product.path("name").asText()).isEqualTo("Big Jug"));
        admin("POST", path + "/stock", "{'delta':5,'reason':'delivery'}");
        assertThat(look(id))
                .allSatisfy(
                        product -> assertThat(product.path("stock").asLong()).isEqualTo(8));
        shop.customer(1, "POST", path + "/likes", null);
        assertThat(look(id))
                .allSatisfy(
                        product -> assertThat(product.path("likes").asLong()).isOne());
        shop.customer(1, "DELETE", path + "/likes", null);
        assertThat(look(id))
                .allSatisfy(
                        product -> assertThat(product.path("likes").asLong()).isZero());
    }

    /** The product as it is shown alone, first in the list, and found by its name. */
    private static List<JsonNode> look(long id) {
        return List.of(
                shop.get(PRODUCTS + "/" + id).body(),
                shop.get(PRODUCTS).body().path("items").path(0),
                search("jug", "").path("items").path(0));
    }

    @Test
    void stock_is_adjusted_with_a_reason_and_never_below_nothing() {
        String path = PRODUCTS + "/" + add("Vase") + "/stock";

        assertThat(admin("POST", path, "{'delta':4,'reason':'delivery'}")
                        .body()
                        .path("stock")
                        .asLong())
                .isEqualTo(7);
        assertThat(admin("POST", path, "{'delta':-8,'reason':'broken'}").text("code"))
                .isEqualTo("OUT_OF_STOCK");
        assertThat(admin("POST", path, "{'delta':-7,'reason':'broken'}")
                        .body()
                        .path("stock")
                        .asLong())
                .isZero();
        assertThat(shop.customer(1, "POST", path, "{\"delta\":1,\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_customer_likes_once_and_takes_it_back_once() {
        long id = add("Bowl");
        String path = PRODUCTS + "/" + id + "/likes";
        shop.customer(1, "POST", path, null);
        Answer again = shop.customer(1, "POST", path, null);
        shop.customer(2, "POST", path, null);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("liked").asBoolean()).isTrue();
        assertThat(again.body().path("likes").asLong()).isOne();
        // By likes of up to a minute ago, if somebody asked before.
        await().atMost(LIKES_LIMIT)
                .untilAsserted(() -> assertThat(shop.get(PRODUCTS + "?sort=likes_desc&size=1")
                                .body()
                                .path("items")
                                .path(0)
                                .path("productId")
                                .asLong())
                        .isEqualTo(id));
        shop.customer(1, "DELETE", path, null);
        assertThat(shop.customer(1, "DELETE", path, null).body().path("likes").asLong())
                .isOne();
        assertThat(shop.get(path).status()).isIn(401, 405);
        assertThat(shop.send("POST", path, null).status()).isEqualTo(401);
    }
}
