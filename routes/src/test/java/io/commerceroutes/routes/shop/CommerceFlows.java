package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.event.Identifiers;
import io.commerceroutes.domain.event.Outbox;
import io.commerceroutes.domain.event.TraceContext;
import io.commerceroutes.routes.Surroundings;
import io.commerceroutes.routes.audit.AuditLedgersRoute;
import io.commerceroutes.routes.auth.IssueTokenRoute;
import io.commerceroutes.routes.compensation.CompensateOrderRoute;
import io.commerceroutes.routes.event.BackgroundErrors;
import io.commerceroutes.routes.event.RelayOutboxRoute;
import io.commerceroutes.routes.idempotency.BodyFingerprint;
import io.commerceroutes.routes.idempotency.Idempotency;
import io.commerceroutes.routes.idempotency.ReplayAnswerRoute;
import io.commerceroutes.routes.order.CancelOrderRoute;
import io.commerceroutes.routes.order.OrderApi;
import io.commerceroutes.routes.order.OrderEntry;
import io.commerceroutes.routes.order.PlaceOrderRoute;
import io.commerceroutes.routes.point.ChargePointsRoute;
import io.commerceroutes.routes.point.PointApi;
import io.commerceroutes.routes.point.PointEntry;
import io.commerceroutes.routes.product.ProductApi;
import io.commerceroutes.routes.product.ProductEntry;
import io.commerceroutes.routes.product.PublishViewRoute;
import io.commerceroutes.routes.user.UserApi;
import io.commerceroutes.routes.user.UserEntry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
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
    AuditLedgersRoute.class,
    BackgroundErrors.class,
    CancelOrderRoute.class,
    ChargePointsRoute.class,
    CompensateOrderRoute.class,
    Idempotency.class,
    OrderApi.class,
    OrderEntry.class,
    PlaceOrderRoute.class,
    PointApi.class,
    PointEntry.class,
    ProductApi.class,
    ProductEntry.class,
    PublishViewRoute.class,
    ReplayAnswerRoute.class,
    ShopServers.class,
    SignedIn.class,
    Surroundings.class,
    UserApi.class,
    UserEntry.class
})
class CommerceFlows {
    /** How many events of one shard the relay takes at once. */
    static final int SHARD_LIMIT = 5;

    static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    /** Writes the coverage of all flows by all tests, once, when the context ends: that takes a third of a second. */
    @Bean
    RouteCoverageEventNotifier routeCoverage() {
        return new RouteCoverageEventNotifier(CommerceFlows.class.getName(), notifier -> "all_tests");
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Shop.NOW, ZoneOffset.UTC);
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
    BodyFingerprint bodyFingerprint() {
        return new BodyFingerprint("a secret of the tests".getBytes(StandardCharsets.UTF_8));
    }

    @Bean
    RelayOutboxRoute relayOutboxRoute(Outbox outbox) {
        return new RelayOutboxRoute(outbox, SHARD_LIMIT);
    }

    @Bean
    IssueTokenRoute issueTokenRoute() {
        return new IssueTokenRoute((userId, role) -> "token of %d as %s".formatted(userId, role));
    }
}
