package io.commerceroutes.app.commerce;

import io.commerceroutes.domain.event.Outbox;
import io.commerceroutes.domain.idempotency.IdempotentRequests;
import io.commerceroutes.domain.metrics.BusinessCalendar;
import io.commerceroutes.routes.audit.AuditLedgersRoute;
import io.commerceroutes.routes.audit.GatewayAudit;
import io.commerceroutes.routes.compensation.CompensateOrderRoute;
import io.commerceroutes.routes.coupon.CouponApi;
import io.commerceroutes.routes.coupon.CouponEntry;
import io.commerceroutes.routes.coupon.IssueCouponRoute;
import io.commerceroutes.routes.coupon.OfferCouponRoute;
import io.commerceroutes.routes.event.BackgroundErrors;
import io.commerceroutes.routes.event.RelayOutboxRoute;
import io.commerceroutes.routes.idempotency.BodyFingerprint;
import io.commerceroutes.routes.idempotency.Idempotency;
import io.commerceroutes.routes.idempotency.PurgeIdempotencyKeysRoute;
import io.commerceroutes.routes.idempotency.ReplayAnswerRoute;
import io.commerceroutes.routes.order.CancelOrderRoute;
import io.commerceroutes.routes.order.OrderApi;
import io.commerceroutes.routes.order.OrderEntry;
import io.commerceroutes.routes.order.OrderListEntry;
import io.commerceroutes.routes.order.PlaceOrderRoute;
import io.commerceroutes.routes.order.TimelineApi;
import io.commerceroutes.routes.order.TimelineEntries;
import io.commerceroutes.routes.point.ChargePointsRoute;
import io.commerceroutes.routes.point.PointApi;
import io.commerceroutes.routes.point.PointEntry;
import io.commerceroutes.routes.product.AddProductRoute;
import io.commerceroutes.routes.product.AdjustStockRoute;
import io.commerceroutes.routes.product.CatalogueEntry;
import io.commerceroutes.routes.product.ChangeProductRoute;
import io.commerceroutes.routes.product.CountViewsRoute;
import io.commerceroutes.routes.product.LikeEntry;
import io.commerceroutes.routes.product.LikeProductRoute;
import io.commerceroutes.routes.product.ProductApi;
import io.commerceroutes.routes.product.ProductEntry;
import io.commerceroutes.routes.product.PublishViewRoute;
import io.commerceroutes.routes.product.StockEntry;
import io.commerceroutes.routes.user.UserApi;
import io.commerceroutes.routes.user.UserEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The transaction side's flows. */
@Configuration(proxyBeanMethods = false)
@Import({
    AddProductRoute.class,
    AdjustStockRoute.class,
    AuditLedgersRoute.class,
    BackgroundErrors.class,
    CancelOrderRoute.class,
    CatalogueEntry.class,
    ChangeProductRoute.class,
    ChargePointsRoute.class,
    CompensateOrderRoute.class,
    CouponApi.class,
    CouponEntry.class,
    CountViewsRoute.class,
    Idempotency.class,
    IssueCouponRoute.class,
    LikeEntry.class,
    LikeProductRoute.class,
    OfferCouponRoute.class,
    OrderApi.class,
    OrderEntry.class,
    OrderListEntry.class,
    PlaceOrderRoute.class,
    PointApi.class,
    PointEntry.class,
    ProductApi.class,
    ProductEntry.class,
    PublishViewRoute.class,
    ReplayAnswerRoute.class,
    StockEntry.class,
    TimelineApi.class,
    TimelineEntries.class,
    UserApi.class,
    UserEntry.class
})
class CommerceRoutes {
    @Bean
    RelayOutboxRoute relayOutboxRoute(Outbox outbox, @Value("${commerce.relay.batch-per-shard}") int batchPerShard) {
        return new RelayOutboxRoute(outbox, batchPerShard);
    }

    @Bean
    BodyFingerprint bodyFingerprint(@Value("${commerce.idempotency.secret}") String base64) {
        return new BodyFingerprint(Base64.getDecoder().decode(base64));
    }

    @Bean
    PurgeIdempotencyKeysRoute purgeIdempotencyKeysRoute(
            IdempotentRequests requests,
            Clock clock,
            @Value("${commerce.idempotency.retention}") Duration retention,
            @Value("${commerce.idempotency.purge-batch-size}") int batchSize,
            @Value("${commerce.idempotency.purge-batches-max}") int batchesMax) {
        return new PurgeIdempotencyKeysRoute(requests, clock, retention, batchSize, batchesMax);
    }

    @Bean
    GatewayAudit gatewayAudit(Clock clock, @Value("${commerce.audit.gateway-duration-max}") Duration durationMax) {
        return new GatewayAudit(clock, durationMax);
    }

    @Bean
    BusinessCalendar businessCalendar(@Value("${commerce.orders.zone}") ZoneId zone) {
        return new BusinessCalendar(zone);
    }
}
