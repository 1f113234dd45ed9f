package io.commerceroutes.local;

import io.commerceroutes.domain.coupon.CouponBook;
import io.commerceroutes.domain.coupon.Discount;
import io.commerceroutes.domain.coupon.IssueCoupon;
import io.commerceroutes.domain.coupon.IssueOutcome;
import io.commerceroutes.domain.coupon.NewCoupon;
import io.commerceroutes.domain.event.Identifiers;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.point.PointCharge;
import io.commerceroutes.domain.point.PointLedger;
import io.commerceroutes.domain.product.Catalogue;
import io.commerceroutes.domain.product.NewProduct;
import io.commerceroutes.domain.product.Stock;
import io.commerceroutes.domain.user.User;
import io.commerceroutes.domain.user.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty local platform, before it is ready: brands, 100 products with stock, 10 customers (ids 1 to 10) with
 * points, and coupons, some of them issued. Everything goes the way it always goes, with ledger entries and events. Comes before
 * whatever else runs at start.
 */
@Order(0)
public class DemoCatalogue implements ApplicationRunner {
    private static final List<String> BRANDS = List.of("Aram", "Baram", "Chorok", "Dure", "Eunha");
    private static final List<String> GOODS = List.of(
            "Mug", "Notebook", "Backpack", "Desk Lamp", "Umbrella", "Tea Set", "Headphones", "Blanket", "Cap", "Socks");
    private static final int PRODUCTS = 100;
    private static final int USERS = 10;
    private static final long STOCK_UNITS = 1_000;
    private static final long POINTS_WON = 1_000_000;
    private static final Duration COUPON_LIFE = Duration.ofDays(365);

    private final Catalogue catalogue;
    private final Users users;
    private final PointLedger points;
    private final CouponBook coupons;
    private final Identifiers identifiers;
    private final Clock clock;
    private final TransactionTemplate transaction;

    public DemoCatalogue(
            Catalogue catalogue,
            Users users,
            PointLedger points,
            CouponBook coupons,
            Identifiers identifiers,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.catalogue = catalogue;
        this.users = users;
        this.points = points;
        this.coupons = coupons;
        this.identifiers = identifiers;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    @Override
    public void run(ApplicationArguments args) {
        transaction.executeWithoutResult(status -> {
            if (catalogue.count() == 0) {
                seed(clock.instant());
            }
        });
    }

    private void seed(Instant now) {
        List<Long> brandIds = BRANDS.stream().map(catalogue::addBrand).toList();
        for (int i = 0; i < PRODUCTS; i++) {
            String name = "%s %s %d"
                    .formatted(BRANDS.get(i % BRANDS.size()), GOODS.get(i % GOODS.size()), i / GOODS.size() + 1);
            Money price = Money.of(1_000 + 500L * (i % 40));
            catalogue.add(new NewProduct(name, price, brandIds.get(i % BRANDS.size()), new Stock(STOCK_UNITS), now));
        }
        long fixed = coupons.offer(coupon("1,000 won off", new Discount.Fixed(Money.of(1_000)), now));
        long percent = coupons.offer(coupon("10 % off", new Discount.Percent(10, Optional.of(Money.of(5_000))), now));
        for (int i = 1; i <= USERS; i++) {
            User user = users.register("demo" + i, "demo" + i + "@example.com", now);
            points.charge(new PointCharge(identifiers.next(), user.userId(), Money.of(POINTS_WON), now));
            issue(fixed, user, now);
            issue(percent, user, now);
        }
    }

    private void issue(long couponId, User user, Instant now) {
        IssueOutcome outcome = coupons.issue(new IssueCoupon(couponId, user.userId(), now));
        if (!(outcome instanceof IssueOutcome.Issued)) {
            throw new IllegalStateException("A demo coupon was not issued: " + outcome);
        }
    }

    private static NewCoupon coupon(String name, Discount discount, Instant now) {
        return new NewCoupon(name, discount, Money.ZERO, now, now.plus(COUPON_LIFE), Optional.empty());
    }
}
