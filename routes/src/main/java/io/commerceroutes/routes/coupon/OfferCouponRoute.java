package io.commerceroutes.routes.coupon;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;

import io.commerceroutes.domain.coupon.CouponBook;
import io.commerceroutes.routes.http.RequestBody;
import io.commerceroutes.routes.transaction.Transactions;
import org.apache.camel.builder.RouteBuilder;

/** POST /coupons: by an administrator. */
public class OfferCouponRoute extends RouteBuilder {
    public static final String OFFER_COUPON = "offer-coupon";
    public static final String OFFER_COUPON_TRANSACTION = "offer-coupon-transaction";

    private final CouponEntry entry;
    private final CouponBook coupons;

    public OfferCouponRoute(CouponEntry entry, CouponBook coupons) {
        this.entry = entry;
        this.coupons = coupons;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + OFFER_COUPON)
            .routeId(OFFER_COUPON)
            .routeDescription("Offers a coupon.")
            .routeConfigurationId(API_ERRORS)
            .process(RequestBody::require).id("require-coupon")
            .unmarshal().json(OfferCouponBody.class).id("read-coupon")
            .to("bean-validator:coupon").id("validate-coupon")
            .setVariable(CouponEntry.OFFER).body(OfferCouponBody.class, OfferCouponBody::coupon).id("identify-coupon")
            .to("direct:" + OFFER_COUPON_TRANSACTION).id("offer-in-one-transaction")
            .process(entry::answerOffered).id("answer-offered")
            .marshal().json().id("write-offered");

        from("direct:" + OFFER_COUPON_TRANSACTION)
            .routeId(OFFER_COUPON_TRANSACTION)
            .routeDescription("Writes the coupon in one transaction.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .setBody(variable(CouponEntry.OFFER)).id("take-coupon")
            .bean(coupons, "offer").id("offer");
        // spotless:on
    }
}
