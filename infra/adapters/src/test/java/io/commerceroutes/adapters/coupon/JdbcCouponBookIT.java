package io.commerceroutes.adapters.coupon;

import static io.commerceroutes.adapters.coupon.CouponRush.FROM;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.domain.coupon.Discount;
import io.commerceroutes.domain.coupon.HeldCoupon;
import io.commerceroutes.domain.coupon.IssueCoupon;
import io.commerceroutes.domain.coupon.IssueOutcome;
import io.commerceroutes.domain.coupon.NewCoupon;
import io.commerceroutes.domain.coupon.OfferedCoupon;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.Amounts;
import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.Payment;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JdbcCouponBookIT {
    private static final AtomicLong CUSTOMERS = new AtomicLong(1_000);
    private static CommerceSchema schema;
    private static JdbcCouponBook coupons;

    @BeforeAll
    static void migrate() {
        schema = CommerceSchema.migrated();
        coupons = new JdbcCouponBook(schema.jdbc());
    }

    private static NewCoupon percent() {
        return new NewCoupon(
                "열 퍼센트",
                new Discount.Percent(10, Optional.of(Money.of(5_000))),
                Money.of(7_000),
                FROM,
                FROM.plus(Duration.ofDays(1)),
                Optional.of(1L));
    }

    private static NewCoupon fixed() {
        return new NewCoupon(
                "Any", new Discount.Fixed(Money.of(700)), Money.ZERO, FROM, FROM.plusNanos(1_000), Optional.empty());
    }

    /** As the flow does: what is refused is rolled back. */
    private static IssueOutcome issue(long couponId, long userId) {
        return schema.transaction().execute(status -> {
            IssueOutcome outcome = coupons.issue(new IssueCoupon(couponId, userId, FROM));
            if (!(outcome instanceof IssueOutcome.Issued)) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    private static HeldCoupon issued(long couponId, long userId) {
        return ((IssueOutcome.Issued) issue(couponId, userId)).coupon();
    }

    @Test
    void an_offer_is_found_as_it_was_made_and_counts_what_is_issued() {
        long percentId = coupons.offer(percent());
        long fixedId = coupons.offer(fixed());

        issue(percentId, 1);

        assertThat(coupons.find(percentId)).hasValue(new OfferedCoupon(percentId, percent(), 1));
        assertThat(coupons.find(fixedId)).hasValue(new OfferedCoupon(fixedId, fixed(), 0));
        assertThat(coupons.find(fixedId + 1_000)).isEmpty();
    }

    @Test
    void what_is_issued_is_held_under_its_terms_the_newest_first() {
        long customer = CUSTOMERS.incrementAndGet();
        HeldCoupon first = issued(coupons.offer(percent()), customer);
        HeldCoupon second = issued(coupons.offer(fixed()), customer);

        assertThat(first.discount()).isEqualTo(percent().discount());
        assertThat(coupons.held(customer, 0, 20)).containsExactly(second, first);
        assertThat(coupons.held(customer, 1, 1)).containsExactly(first);
        assertThat(coupons.held(customer, 2, 20)).isEmpty();
        assertThat(coupons.countHeld(customer)).isEqualTo(2);
        assertThat(coupons.countHeld(CUSTOMERS.incrementAndGet())).isZero();
    }

    @Test
    void a_refusal_says_why() {
        long couponId = coupons.offer(percent());
        issue(couponId, 1);

        assertThat(issue(couponId, 1)).isEqualTo(new IssueOutcome.AlreadyIssued(couponId));
        assertThat(issue(couponId, 2)).isEqualTo(new IssueOutcome.SoldOut(couponId));
        assertThat(issue(couponId + 1_000, 2)).isEqualTo(new IssueOutcome.UnknownCoupon(couponId + 1_000));
        assertThat(coupons.issue(new IssueCoupon(couponId, 2, percent().validTo())))
                .isEqualTo(new IssueOutcome.Ended(couponId, percent().validTo()));
    }

    @Test
    void a_coupon_that_an_order_uses_names_it_until_that_is_canceled() {
        long customer = CUSTOMERS.incrementAndGet();
        HeldCoupon coupon = issued(coupons.offer(fixed()), customer);
        schema.jdbc().update("UPDATE issued_coupon SET order_id = 'order-1' WHERE id = ?", coupon.issuedCouponId());
        assertThat(coupons.held(customer, 0, 1))
                .extracting(HeldCoupon::orderId)
                .containsExactly(Optional.of("order-1"));

        coupons.restore(canceled("order-1", coupon));

        assertThat(coupons.held(customer, 0, 1)).containsExactly(coupon);
    }

    private static Cancellation canceled(String orderId, HeldCoupon coupon) {
        Order order = new Order(
                orderId,
                1,
                OrderStatus.CANCELED,
                Optional.empty(),
                List.of(),
                new Amounts(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO),
                Optional.of(coupon.issuedCouponId()),
                new Payment(PaymentMethod.POINT, PaymentStatus.REFUNDED, null, null),
                FROM,
                Optional.empty());
        return new Cancellation(order, FROM);
    }

    @Test
    void a_page_of_a_customers_coupons_is_read_from_an_index_in_its_order() {
        long couponId = coupons.offer(fixed());
        schema.jdbc()
                .batchUpdate(
                        "INSERT INTO issued_coupon (coupon_id, user_id, type, value, min_order_amount, valid_from,"
                                + " valid_to, issued_at) VALUES (?, ?, 'FIXED', 1, 0, NOW(6), NOW(6), NOW(6))",
                        IntStream.range(0, 5_000)
                                .mapToObj(i -> new Object[] {couponId + 1 + i / 50, 1_000_000 + i % 50})
                                .toList());
        schema.jdbc().execute("ANALYZE TABLE issued_coupon, coupon");

        Map<String, Object> page = plan(HeldCouponRow.PAGE, 1_000_001, 20, 0).getFirst();
        Map<String, Object> count = plan(HeldCouponRow.COUNT, 1_000_001).getFirst();

        assertThat(page.get("key")).isEqualTo("ix_issued_coupon_user");
        assertThat(String.valueOf(page.get("Extra"))).doesNotContain("filesort");
        assertThat(plan(HeldCouponRow.PAGE, 1_000_001, 20, 0))
                .extracting(step -> step.get("type"))
                .doesNotContain("ALL", "index");
        assertThat(count.get("key")).isEqualTo("ix_issued_coupon_user");
        assertThat(String.valueOf(count.get("Extra"))).contains("Using index");
    }

    private static List<Map<String, Object>> plan(String query, Object... values) {
        return schema.jdbc().queryForList("EXPLAIN " + query, values);
    }
}
