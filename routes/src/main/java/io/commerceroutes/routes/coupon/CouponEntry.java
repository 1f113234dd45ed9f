package io.commerceroutes.routes.coupon;

import io.commerceroutes.domain.coupon.CouponBook;
import io.commerceroutes.domain.coupon.HeldCoupon;
import io.commerceroutes.domain.coupon.IssueCoupon;
import io.commerceroutes.domain.coupon.IssueOutcome;
import io.commerceroutes.domain.coupon.NewCoupon;
import io.commerceroutes.domain.coupon.OfferedCoupon;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Caller;
import io.commerceroutes.routes.http.Page;
import io.commerceroutes.routes.http.PageRequest;
import io.commerceroutes.routes.http.PathId;
import java.time.Clock;
import java.time.Instant;
import org.apache.camel.Exchange;

/** Between HTTP and the coupons' flows. */
public class CouponEntry {
    /** Variable with the {@link NewCoupon} that is offered. */
    static final String OFFER = "new-coupon";

    private static final String NOUN = "COUPON";

    private final Caller caller;
    private final Clock clock;
    private final CouponBook coupons;

    public CouponEntry(Caller caller, Clock clock, CouponBook coupons) {
        this.caller = caller;
        this.clock = clock;
        this.coupons = coupons;
    }

    void answerOffered(Exchange exchange) {
        long couponId = exchange.getMessage().getBody(Long.class);
        OfferedCoupon offered = new OfferedCoupon(couponId, exchange.getVariable(OFFER, NewCoupon.class), 0);
        Answer.created(exchange, 201, "/api/v1/coupons/" + couponId, CouponJson.of(offered));
    }

    void answerFound(Exchange exchange) {
        OfferedCoupon found = coupons.find(couponId(exchange)).orElseThrow(() -> ApiProblem.notFound(NOUN));
        Answer.with(exchange, 200, CouponJson.of(found));
    }

    IssueCoupon issuing(Exchange exchange) {
        return new IssueCoupon(couponId(exchange), caller.userId(), clock.instant());
    }

    void answerIssued(Exchange exchange) {
        switch (exchange.getMessage().getBody(IssueOutcome.class)) {
            case IssueOutcome.Issued issued -> answerIssued(exchange, issued.coupon());
            case IssueOutcome.UnknownCoupon unknown -> throw ApiProblem.notFound(NOUN);
            case IssueOutcome.AlreadyIssued already ->
                throw new ApiProblem(409, "COUPON_ALREADY_ISSUED", "You have this coupon already.");
            case IssueOutcome.SoldOut soldOut ->
                throw new ApiProblem(409, "COUPON_SOLD_OUT", "All of these coupons have been handed out.");
            case IssueOutcome.Ended ended ->
                throw new ApiProblem(
                        409, "COUPON_NOT_USABLE", "This coupon was valid until %s.".formatted(ended.validTo()));
        }
    }

    private static void answerIssued(Exchange exchange, HeldCoupon coupon) {
        Answer.created(exchange, 201, "/api/v1/users/me/coupons", HeldCouponJson.of(coupon, coupon.issuedAt()));
    }

    void answerOwn(Exchange exchange) {
        PageRequest page = PageRequest.of(exchange.getMessage());
        long userId = caller.userId();
        Instant now = clock.instant();
        var held = coupons.held(userId, page.offset(), page.size()).stream()
                .map(coupon -> HeldCouponJson.of(coupon, now))
                .toList();
        Answer.with(exchange, 200, Page.of(held, page, coupons.countHeld(userId)));
    }

    private static long couponId(Exchange exchange) {
        return PathId.of(exchange.getMessage(), "couponId", NOUN);
    }
}
