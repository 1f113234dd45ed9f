package io.commerceroutes.routes.coupon;

import static io.commerceroutes.routes.coupon.IssueCouponRoute.ISSUE_COUPON;
import static io.commerceroutes.routes.coupon.OfferCouponRoute.OFFER_COUPON;
import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;

import org.apache.camel.builder.RouteBuilder;

/** Coupons over HTTP: those on offer, for administrators, and those that a customer holds. */
public class CouponApi extends RouteBuilder {
    public static final String SHOW_COUPON = "show-coupon";
    public static final String LIST_OWN_COUPONS = "list-own-coupons";

    private final CouponEntry entry;

    public CouponApi(CouponEntry entry) {
        this.entry = entry;
    }

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/coupons").tag("Coupons")
            .post().id("post-coupons").type(OfferCouponBody.class).outType(CouponJson.class).consumes("application/json").to("direct:" + OFFER_COUPON)
            .get("/{couponId}").id("get-coupon").outType(CouponJson.class).to("direct:" + SHOW_COUPON)
            .post("/{couponId}/issue").id("post-coupon-issue").outType(HeldCouponJson.class).to("direct:" + ISSUE_COUPON);

        rest("/api/v1/users/me/coupons").tag("Coupons")
            .get().id("get-users-me-coupons").outType(HeldCouponJson[].class).to("direct:" + LIST_OWN_COUPONS);

        from("direct:" + SHOW_COUPON)
            .routeId(SHOW_COUPON)
            .routeDescription("Shows a coupon.")
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerFound).id("find-coupon")
            .marshal().json().id("write-found-coupon");

        from("direct:" + LIST_OWN_COUPONS)
            .routeId(LIST_OWN_COUPONS)
            .routeDescription("Shows a customer the own coupons, page by page.")
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerOwn).id("find-own-coupons")
            .marshal().json().id("write-own-coupons");
        // spotless:on
    }
}
