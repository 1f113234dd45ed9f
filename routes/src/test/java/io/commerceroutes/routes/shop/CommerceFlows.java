package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.event.Identifiers;
import io.commerceroutes.domain.event.Outbox;
import io.commerceroutes.domain.event.TraceContext;
import io.commerceroutes.domain.idempotency.IdempotentRequests;
import io.commerceroutes.domain.metrics.BusinessCalendar;
import io.commerceroutes.domain.point.EarnRate;
import io.commerceroutes.routes.Surroundings;
import io.commerceroutes.routes.audit.AuditLedgersRoute;
import io.commerceroutes.routes.audit.GatewayAudit;
import io.commerceroutes.routes.auth.IssueTokenRoute;
import io.commerceroutes.routes.compensation.CompensateOrderRoute;
import io.commerceroutes.routes.coupon.CouponApi;
import io.commerceroutes.routes.coupon.CouponEntry;
import io.commerceroutes.routes.coupon.IssueCouponRoute;
import io.commerceroutes.routes.coupon.OfferCouponRoute;
import io.commerceroutes.routes.event.BackgroundErrors;
import io.commerceroutes.routes.event.RelayOutboxRoute;
import io.commerceroutes.routes.http.RestEntryDescriptions;
import io.commerceroutes.routes.idempotency.BodyFingerprint;
import io.commerceroutes.routes.idempotency.Idempotency;
import io.commerceroutes.routes.idempotency.PurgeIdempotencyKeysRoute;
import io.commerceroutes.routes.idempotency.ReplayAnswerRoute;
import io.commerceroutes.routes.observation.ObserveCommerceRoute;
import io.commerceroutes.routes.observation.ObservedInMemory;
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
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.test.spring.junit5.RouteCoverageEventNotifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The transaction side's flows as they are, over a shop in memory. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
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
    ObserveCommerceRoute.class,
    ObservedInMemory.class,
    OfferCouponRoute.class,
    OrderApi.class,
    OrderEntry.class,
    OrderListEntry.class,
    PaymentFlows.class,
    PlaceOrderRoute.class,
    PointApi.class,
    PointEntry.class,
    ProductApi.class,
    ProductEntry.class,
    PublishViewRoute.class,
    RefusedOnes.class,
    ReplayAnswerRoute.class,
    ShopServers.class,
    SignedIn.class,
    StockEntry.class,
    Surroundings.class,
    TimelineApi.class,
    TimelineEntries.class,
    UserApi.class,
    UserEntry.class,
    RestEntryDescriptions.class
})
class CommerceFlows {
    /** How many events of one shard the relay takes at once. */
    static final int SHARD_LIMIT = 5;

    static final int PURGE_BATCH_SIZE = 2;
    static final int PURGE_BATCHES_MAX = 3;

    static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    /** Writes the coverage of all flows by all tests, once, when the context ends: that takes a third of a second. */
    @Bean
    RouteCoverageEventNotifier routeCoverage() {
        return new RouteCoverageEventNotifier(CommerceFlows.class.getName(), notifier -> "all_tests");
    }

    /** Stands still until a test lets time pass. */
    @Bean
    ShopClock clock() {
        return new ShopClock();
    }

    @Bean
    Identifiers identifiers() {
        AtomicLong next = new AtomicLong(100_000);
        return () -> "id-" + next.getAndIncrement();
    }

    @Bean
    TraceContext traceContext() {
        return () -> Optional.of(TRACEPARENT);
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    BodyFingerprint bodyFingerprint() {
        return new BodyFingerprint("a secret of the tests".getBytes(StandardCharsets.UTF_8));
    }

    @Bean
    RelayOutboxRoute relayOutboxRoute(Outbox outbox) {
        return new RelayOutboxRoute(outbox, SHARD_LIMIT);
    }

    @Bean
    GatewayAudit gatewayAudit(Clock clock) {
        return new GatewayAudit(clock, Duration.ofSeconds(5));
    }

    @Bean
    BusinessCalendar businessCalendar() {
        return new BusinessCalendar(ZoneId.of("Asia/Seoul"));
    }

    @Bean
    PurgeIdempotencyKeysRoute purgeIdempotencyKeysRoute(IdempotentRequests requests, Clock clock) {
        return new PurgeIdempotencyKeysRoute(
                requests, clock, Duration.ofHours(48), PURGE_BATCH_SIZE, PURGE_BATCHES_MAX);
    }

    @Bean
    EarnRate earnRate() {
        return new EarnRate(1);
    }

    @Bean
    BulkheadRegistry bulkheads() {
        return BulkheadRegistry.ofDefaults();
    }

    @Bean
    CircuitBreakerRegistry circuitBreakers() {
        return CircuitBreakerRegistry.ofDefaults();
    }

    @Bean
    IssueTokenRoute issueTokenRoute() {
        return new IssueTokenRoute((userId, role) -> "token of %d as %s".formatted(userId, role));
    }
}
