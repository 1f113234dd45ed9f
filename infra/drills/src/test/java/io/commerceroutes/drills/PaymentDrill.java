package io.commerceroutes.drills;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.local.platform.GatewayBooks;
import io.commerceroutes.local.platform.ShopClient;
import io.commerceroutes.local.platform.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Orders by card against a hostile gateway while instances of commerce-api are killed; at the end all books are
 * compared. Database, Kafka and the gateway's stand-in go on in this JVM; each instance has a JVM of its own.
 */
final class PaymentDrill {
    private static final Duration AUDIT_LIMIT = Duration.ofMinutes(2);
    private static final String ORDERS = "SELECT CONCAT_WS(' ', status, cancel_reason), COUNT(*) FROM orders"
            + " GROUP BY status, cancel_reason ORDER BY 1";
    private static final String PAYMENTS = "SELECT status, COUNT(*) FROM payment GROUP BY status ORDER BY 1";
    private static final String ATTEMPTS =
            "SELECT COALESCE(outcome, 'OPEN'), COUNT(*) FROM payment_attempt GROUP BY outcome ORDER BY 1";

    private final DrillPlan plan;
    private final long seed;
    private final GatewayScenario scenario;
    private final Violations violations = new Violations();
    private Optional<DrillOutcome> outcome = Optional.empty();

    PaymentDrill(DrillPlan plan, long seed) {
        this.plan = plan;
        this.seed = seed;
        this.scenario = plan.scenario().seeded(seed);
    }

    /** Writes its report whatever happens; what is not as promised is a violation, no exception. */
    Violations run() {
        System.out.printf("%s: %,d orders, seed %d%n", plan.name(), plan.orders(), seed);
        try {
            outcome = Optional.of(carryOut());
        } catch (Exception | AssertionError failure) {
            failure.printStackTrace();
            violations.add(Promise.IT_IS_CARRIED_OUT, failure.toString());
        } finally {
            new DrillReport(plan, seed, scenario, violations, outcome).publish();
        }
        return violations;
    }

    /** @throws java.util.NoSuchElementException if it broke off */
    DrillOutcome outcome() {
        return outcome.orElseThrow();
    }

    private DrillOutcome carryOut() throws Exception {
        TestPlatform platform = new TestPlatform();
        try (ApiInstances apis = new ApiInstances(plan.apis())) {
            Map<String, Object> gatewaySettings = Map.of("pg.plain-contract", plan.plainGateway());
            ConfigurableApplicationContext simulator =
                    platform.startSimulator(apis.callbackPort(), gatewaySettings, WireRequests.class);
            ShopClient gateway = new ShopClient(TestPlatform.baseUrl(simulator));
            Map<String, Object> settings = new HashMap<>(plan.apiSettings());
            settings.put("commerce.payment.gateway-url", gateway.baseUrl());
            apis.start(platform, settings);
            return carryOut(platform.commerce(), apis, gateway, simulator.getBean(WireRequests.class));
        } finally {
            platform.close();
        }
    }

    private DrillOutcome carryOut(JdbcTemplate commerce, ApiInstances apis, ShopClient gateway, WireRequests wire)
            throws Exception {
        GatewayBooks money = new GatewayBooks(gateway, commerce);
        PaymentBooks books = new PaymentBooks(money, commerce, apis.clients().getFirst(), violations);
        CardOrders orders = new CardOrders(apis, plan, seed);
        Disturbances disturbances = new Disturbances(apis, gateway, plan, scenario, orders.placed(), seed);
        orders.prepare();
        Map<Long, Long> points = money.pointsBesideOrders();
        scenario.play(gateway);

        Instant begun = Instant.now();
        Instant end = begun.plus(plan.limit());
        awaitAll(orders.run(), disturbances.run());
        books.checkAllIsDecided(Duration.between(Instant.now(), end));
        Duration duration = Duration.between(begun, Instant.now());

        JsonNode ledger = money.ledger();
        ListedRefunds listed = ListedRefunds.of(apis.clients().getFirst());
        books.checkMoney(listed, plan.plainGateway());
        books.checkOrders(orders.placed(), plan.orders());
        books.checkPoints(points);
        books.checkAudit(AUDIT_LIMIT);
        books.checkGateway();
        new OnlyOnce(commerce, wire, violations).check(ledger);
        DrillOutcome told = new DrillOutcome(
                orders.placed().canceled().size(),
                disturbances.done(),
                LedgerFigures.of(ledger),
                books.count(ORDERS),
                books.count(PAYMENTS),
                books.count(ATTEMPTS),
                listed,
                Certainty.of(commerce),
                Certainty.metric(apis.clients()),
                duration);
        if (plan.plainGateway()) {
            books.checkResolutionByHand();
        }
        return told;
    }

    private void awaitAll(CompletableFuture<?>... running) throws Exception {
        CompletableFuture.allOf(running).get(plan.limit().toSeconds(), TimeUnit.SECONDS);
    }
}
