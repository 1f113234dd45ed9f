package io.commerceroutes.routes.shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.domain.event.Identifiers;
import io.commerceroutes.domain.event.Outbox;
import io.commerceroutes.domain.event.TraceContext;
import io.commerceroutes.domain.idempotency.IdempotentRequests;
import io.commerceroutes.domain.metrics.BusinessCalendar;
import io.commerceroutes.domain.payment.CardVault;
import io.commerceroutes.domain.payment.PaymentDeadlines;
import io.commerceroutes.domain.point.EarnRate;
import io.commerceroutes.domain.settlement.CardPayments;
import io.commerceroutes.domain.settlement.Settlement;
import io.commerceroutes.domain.settlement.SettlementPolicy;
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
import io.commerceroutes.routes.payment.Attempting;
import io.commerceroutes.routes.payment.LookUpPaymentRoute;
import io.commerceroutes.routes.payment.LookUpTurns;
import io.commerceroutes.routes.payment.LookingUp;
import io.commerceroutes.routes.payment.OpsPaymentsApi;
import io.commerceroutes.routes.payment.OpsPaymentsEntry;
import io.commerceroutes.routes.payment.PaymentCallbackRoute;
import io.commerceroutes.routes.payment.ReconcilePaymentsRoute;
import io.commerceroutes.routes.payment.RefreshPaymentRoute;
import io.commerceroutes.routes.payment.RefundPaymentRoute;
import io.commerceroutes.routes.payment.RefundSteps;
import io.commerceroutes.routes.payment.RequestPaymentRoute;
import io.commerceroutes.routes.payment.SettlePaymentRoute;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.spi.IdempotentRepository;
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
    LookUpPaymentRoute.class,
    ObserveCommerceRoute.class,
    ObservedInMemory.class,
    OfferCouponRoute.class,
    OrderApi.class,
    OrderEntry.class,
    OrderListEntry.class,
    OpsPaymentsApi.class,
    OpsPaymentsEntry.class,
    PaymentCallbackRoute.class,
    PlaceOrderRoute.class,
    PointApi.class,
    PointEntry.class,
    ProductApi.class,
    ProductEntry.class,
    PublishViewRoute.class,
    RefreshPaymentRoute.class,
    RefundPaymentRoute.class,
    RefusedOnes.class,
    ReplayAnswerRoute.class,
    RequestPaymentRoute.class,
    SettlePaymentRoute.class,
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

    static final int BATCH_SIZE = 10;
    static final int REFUND_TRIES_MAX = 3;
    static final int PURGE_BATCH_SIZE = 2;
    static final int PURGE_BATCHES_MAX = 3;

    private static final SettlementPolicy POLICY = new SettlementPolicy(
            new PaymentDeadlines(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMinutes(30)),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            3,
            Duration.ofSeconds(1),
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5)),
            Duration.ofDays(30));

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
    Settlement settlement() {
        return new Settlement(POLICY);
    }

    @Bean
    EarnRate earnRate() {
        return new EarnRate(1);
    }

    @Bean
    Attempting attempting(
            CardPayments payments,
            CardVault vault,
            Settlement settlement,
            Identifiers identifiers,
            Clock clock,
            ObjectMapper json) {
        return new Attempting(payments, vault, settlement, identifiers, clock, json, "http://localhost:8080/callback");
    }

    @Bean
    LookingUp lookingUp(ObjectMapper json, Clock clock) {
        return new LookingUp(json, clock, POLICY.quiet());
    }

    @Bean
    RefundSteps refundSteps(CardPayments payments, Clock clock, ObjectMapper json) {
        return new RefundSteps(payments, POLICY, clock, json, BATCH_SIZE, REFUND_TRIES_MAX);
    }

    @Bean
    ReconcilePaymentsRoute reconcilePaymentsRoute(
            CardPayments payments, Settlement settlement, LookUpTurns turns, Clock clock) {
        return new ReconcilePaymentsRoute(payments, settlement, turns, clock, BATCH_SIZE);
    }

    @Bean
    LookUpTurns lookUpTurns(Clock clock) {
        return new LookUpTurns(clock, Duration.ofSeconds(1));
    }

    @Bean
    SignatureInForce signature() {
        return new SignatureInForce();
    }

    @Bean("patience")
    PatientClient patience() {
        return new PatientClient();
    }

    /** The transactions whose end was recorded, as in production: by the payments themselves. */
    @Bean
    IdempotentRepository consumedTransactions(Shop shop) {
        return new ConsumedInMemory(shop);
    }

    @Bean(value = ReconcilePaymentsRoute.PAYMENT_WORKERS, destroyMethod = "shutdown")
    ExecutorService paymentWorkers() {
        return Executors.newFixedThreadPool(2);
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
