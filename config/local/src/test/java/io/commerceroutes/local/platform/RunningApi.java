package io.commerceroutes.local.platform;

import io.commerceroutes.app.Role;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A commerce-api without a payment gateway, whose schedules stand still, so that only requests write. */
public final class RunningApi implements CloseableResource {
    private static final String NEVER = "0+0+0+1+1+?+2099";
    private static final Map<String, Object> SETTINGS = Map.of(
            "commerce.payment.gateway-url", "http://127.0.0.1:1",
            "commerce.payment.attempts-in-a-row", "1",
            "commerce.payment.reconcile-cron", NEVER,
            "commerce.payment.refund-cron", NEVER,
            "commerce.observation.period-millis", "200",
            // A browser that starts beside it takes the time from Redis.
            "commerce.console.redis-timeout", "30s",
            // Many ask at once; who is to be refused is refused for want of something else than time.
            "spring.datasource.hikari.connection-timeout", "10000",
            // What is tested here are not the limits.
            "commerce.rate-limit.user-per-second", "100000",
            "commerce.rate-limit.address-per-second", "100000",
            "commerce.rate-limit.callback-per-second", "100000");
    private static final int AT_A_TIME = 8;

    private final TestPlatform platform = new TestPlatform();
    private final AtomicInteger names = new AtomicInteger();
    private final ConfigurableApplicationContext context;
    private final ShopClient shop;

    RunningApi() {
        context = platform.start(Role.API, SETTINGS);
        shop = new ShopClient(TestPlatform.baseUrl(context));
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public ShopClient shop() {
        return shop;
    }

    TestKeys keys() {
        return platform.keys();
    }

    JdbcTemplate database() {
        return platform.jdbc(Role.API);
    }

    /** Registers customers with {@code points} each, some at a time, and answers their ids. */
    List<Long> customers(int number, long points) {
        List<Long> ids = new ArrayList<>();
        while (ids.size() < number) {
            ids.addAll(Rush.together(Math.min(AT_A_TIME, number - ids.size()), i -> customer(points)));
        }
        return ids;
    }

    /** Registers a customer with {@code points} and answers the id. */
    public long customer(long points) {
        String name = "customer-" + names.incrementAndGet();
        long userId = shop.send(
                        "POST",
                        "/api/v1/users",
                        "{\"loginId\":\"%s\",\"email\":\"%s@example.com\"}".formatted(name, name))
                .number("userId");
        if (points > 0) {
            shop.customer(userId, "POST", "/api/v1/points/charge", "{\"amount\":%d}".formatted(points));
        }
        return userId;
    }

    /** Adds a product and answers its id. */
    public long product(long price, long stock) {
        String body = "{\"name\":\"Product %d\",\"price\":%d,\"brandId\":1,\"stock\":%d}"
                .formatted(names.incrementAndGet(), price, stock);
        return shop.as(1, "ADMIN", "POST", "/api/v1/products", body).number("productId");
    }

    /** Places an order of a product of its own, paid by points, and answers its id. */
    String order(long customer) {
        String body = "{\"items\":[{\"productId\":%d,\"quantity\":1}],\"payment\":{\"method\":\"POINT\"}}"
                .formatted(product(1, 1));
        Answer answer = shop.customer(customer, "POST", "/api/v1/orders", body);
        if (answer.status() != 201) {
            throw new AssertionError("Not placed: " + answer);
        }
        return answer.text("orderId");
    }

    /** Issues a coupon of its own to the customer and answers the issued one's id. */
    String issuedCoupon(long customer) {
        long coupon = coupon(1);
        return Long.toString(shop.customer(customer, "POST", "/api/v1/coupons/%d/issue".formatted(coupon), null)
                .number("issuedCouponId"));
    }

    /** Offers a coupon of 100 won that is there {@code quantity} times, and answers its id. */
    long coupon(int quantity) {
        String body =
                "{\"name\":\"Coupon %d\",\"type\":\"FIXED\",\"value\":100,\"validFrom\":\"%s\",\"validTo\":\"%s\",\"totalQuantity\":%d}"
                        .formatted(
                                names.incrementAndGet(),
                                Instant.now().minusSeconds(60),
                                Instant.now().plusSeconds(86_400),
                                quantity);
        return shop.as(1, "ADMIN", "POST", "/api/v1/coupons", body).number("couponId");
    }

    @Override
    public void close() {
        platform.close();
    }
}
