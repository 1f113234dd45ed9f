package io.commerceroutes.routes.coupon;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;

import io.commerceroutes.domain.coupon.CouponBook;
import io.commerceroutes.routes.idempotency.Idempotency;
import io.commerceroutes.routes.transaction.Transactions;
import org.apache.camel.builder.RouteBuilder;

/**
 * POST /coupons/{couponId}/issue: first come, first served, one to each customer. A refusal rolls back, so that it
 * leaves neither a coupon nor a used Idempotency-Key behind.
 */
public class IssueCouponRoute extends RouteBuilder {
    public static final String ISSUE_COUPON = "issue-coupon";
    public static final String ISSUE_COUPON_TRANSACTION = "issue-coupon-transaction";
    private static final String WISH = "wish";

    private final CouponEntry entry;
    private final CouponBook coupons;
    private final Idempotency idempotency;

    public IssueCouponRoute(CouponEntry entry, CouponBook coupons, Idempotency idempotency) {
        this.entry = entry;
        this.coupons = coupons;
        this.idempotency = idempotency;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + ISSUE_COUPON)
            .routeId(ISSUE_COUPON)
            .routeDescription("Issues a coupon to a customer, first come, first served.")
            .routeConfigurationId(API_ERRORS)
            .process(idempotency::read).id("read-issue-idempotency-key")
            .setVariable(WISH).exchange(entry::issuing).id("identify-wish")
            .to("direct:" + ISSUE_COUPON_TRANSACTION).id("issue-in-one-transaction");

        from("direct:" + ISSUE_COUPON_TRANSACTION)
            .routeId(ISSUE_COUPON_TRANSACTION)
            .routeDescription("Takes one of the coupons that are left in one transaction.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .process(idempotency::claim).id("claim-issue-idempotency-key")
            .setBody(variable(WISH)).id("take-wish")
            .bean(coupons, "issue").id("issue")
            .process(entry::answerIssued).id("answer-issued")
            .marshal().json().id("write-issued")
            .process(idempotency::store).id("store-issue-answer");
        // spotless:on
    }
}
