package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.local.platform.ShopClient.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Isolated;

/** Many at once after what is not enough for all of them: no one too many gets it, and the others are told so. */
@OnSharedApi
@Isolated("a rush that shares its cores is refused for want of time, too")
@TestInstance(Lifecycle.PER_CLASS)
class RushIT {
    private static final int THREADS = 200;
    private static final int STOCK = 100;
    private static final long PRICE = 1_000;
    private static final String ORDER = "{\"items\":[%s],\"payment\":{\"method\":\"POINT\"}}";
    private static final String LINE = "{\"productId\":%d,\"quantity\":1}";

    private final RunningApi api;
    private final ShopClient shop;
    private List<Long> customers;

    RushIT(RunningApi api) {
        this.api = api;
        this.shop = api.shop();
    }

    /** Each has ordered once when the rush begins: it finds an open shop, not one that is still starting. */
    @BeforeAll
    void open_the_shop() {
        customers = api.customers(THREADS, 100 * PRICE);
        long product = api.product(PRICE, THREADS);
        for (int from = 0; from < THREADS; from += 10) {
            int first = from;
            Rush.of(10, i -> order(customers.get(first + i), LINE.formatted(product)));
        }
    }

    @AfterEach
    void all_books_add_up() {
        Answer audit = shop.operator("/api/v1/ops/audit");
        assertThat(audit.body().path("ok").asBoolean()).as("%s", audit).isTrue();
    }

    @Test
    void of_200_who_want_one_of_100_exactly_100_get_one() {
        long product = api.product(PRICE, STOCK);

        Rush rush = Rush.of(THREADS, i -> order(customers.get(i), LINE.formatted(product)));

        assertThat(rush.outcomes()).isEqualTo(Map.of("201", 100L, "409 OUT_OF_STOCK", 100L));
        assertThat(stock(product)).isZero();
        assertThat(count(
                        "SELECT COUNT(*) FROM order_item i JOIN orders o ON o.id = i.order_id"
                                + " WHERE i.product_id = ? AND o.status = 'PAID'",
                        product))
                .isEqualTo(STOCK);
    }

    @Test
    void points_are_spent_once_from_20_threads() {
        int affordable = 7;
        long customer = api.customer(affordable * PRICE + PRICE / 2);
        List<Long> products = List.of(api.product(PRICE, STOCK), api.product(PRICE, STOCK));

        Rush rush = Rush.of(20, i -> order(customer, LINE.formatted(products.get(i % 2))));

        assertThat(rush.outcomes()).isEqualTo(Map.of("201", 7L, "409 INSUFFICIENT_POINTS", 13L));
        assertThat(shop.customer(customer, "GET", "/api/v1/points", null).number("balance"))
                .isEqualTo(PRICE / 2);
        assertThat(count("SELECT -SUM(delta) FROM point_movement WHERE user_id = ? AND kind = 'USE'", customer))
                .isEqualTo(affordable * PRICE);
        assertThat(products.stream().mapToLong(this::stock).sum()).isEqualTo(2 * STOCK - affordable);
    }

    @Test
    void orders_and_cancels_that_cross_each_other_meet_no_deadlock() {
        long stock = STOCK / 2;
        List<Long> products = List.of(api.product(PRICE, stock), api.product(PRICE, stock), api.product(PRICE, stock));
        long before = points();

        Rush rush = Rush.of(THREADS, i -> {
            long customer = customers.get(i % 20);
            Answer answer = order(customer, lines(products.get(i % 3), products.get((i + 1 + i % 2) % 3)));
            return i % 2 == 0 && answer.status() == 201 ? cancel(customer, answer.text("orderId")) : answer;
        });

        assertThat(rush.outcomes()).containsOnlyKeys("200", "201", "409 OUT_OF_STOCK");
        long standing = rush.outcomes().get("201");
        assertThat(products.stream().mapToLong(this::stock).sum()).isEqualTo(3 * stock - 2 * standing);
        assertThat(before - points()).isEqualTo(2 * PRICE * standing);
    }

    @Test
    void of_200_who_want_one_of_100_coupons_exactly_100_get_one() {
        long coupon = api.coupon(STOCK);

        Rush rush = Rush.of(THREADS, i -> issue(coupon, customers.get(i)));

        assertThat(rush.outcomes()).isEqualTo(Map.of("201", 100L, "409 COUPON_SOLD_OUT", 100L));
        assertThat(count("SELECT COUNT(DISTINCT user_id) FROM issued_coupon WHERE coupon_id = ?", coupon))
                .isEqualTo(STOCK);
        assertThat(count("SELECT issued_quantity FROM coupon WHERE id = ?", coupon))
                .isEqualTo(STOCK);
    }

    @Test
    void a_customer_who_asks_20_times_at_once_gets_one_coupon() {
        long coupon = api.coupon(STOCK);
        long customer = customers.getFirst();

        Rush rush = Rush.of(20, i -> issue(coupon, customer));

        assertThat(rush.outcomes()).isEqualTo(Map.of("201", 1L, "409 COUPON_ALREADY_ISSUED", 19L));
        assertThat(count("SELECT issued_quantity FROM coupon WHERE id = ?", coupon))
                .isEqualTo(1);
    }

    private Answer issue(long coupon, long customer) {
        return shop.customer(customer, "POST", "/api/v1/coupons/%d/issue".formatted(coupon), null);
    }

    private static String lines(long one, long other) {
        return LINE.formatted(one) + "," + LINE.formatted(other);
    }

    private Answer order(long customer, String lines) {
        return shop.customer(customer, "POST", "/api/v1/orders", ORDER.formatted(lines));
    }

    private Answer cancel(long customer, String orderId) {
        return shop.customer(customer, "POST", "/api/v1/orders/" + orderId + "/cancel", null);
    }

    private long stock(long product) {
        return count("SELECT stock FROM product WHERE id = ?", product);
    }

    private long points() {
        return api.database().queryForObject("SELECT SUM(balance) FROM point_account", Long.class);
    }

    private long count(String sql, long id) {
        return api.database().queryForObject(sql, Long.class, id);
    }
}
