package io.commerceroutes.routes.shop;

import static io.commerceroutes.routes.event.RelayOutboxRoute.RELAY_OUTBOX;
import static io.commerceroutes.routes.event.RelayOutboxRoute.TICK_RELAY;
import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.RECONCILE_CALLED_ABOUT;
import static io.commerceroutes.routes.payment.RequestPaymentRoute.REQUEST_PAYMENT_AFTER_COMMIT;
import static io.commerceroutes.routes.product.CountViewsRoute.COUNT_VIEWS;
import static io.commerceroutes.routes.product.PublishViewRoute.PUBLISH_VIEW;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.routes.payment.CallbackSignature;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.spi.RouteController;
import org.apache.camel.test.spring.junit5.AutoStartupExclude;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.camel.test.spring.junit5.DisableJmx;
import org.apache.camel.test.spring.junit5.MockEndpointsAndSkip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.quartz.Scheduler;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * What tests of the transaction side's flows share: one context with all of them, entered over HTTP. Routes that run in
 * the background do so only where a test starts them; so what is handed over to them can be counted.
 */
@CamelSpringBootTest
@SpringBootTest(
        classes = CommerceFlows.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=flows,commerce-flows")
@MockEndpointsAndSkip("(kafka|sql):.*")
@AutoStartupExclude(
        "relay-outbox,tick-relay,publish-view,count-views,request-payment-after-commit,reconcile-called-about,"
                + "observe-commerce")
@DisableJmx(false)
public abstract class CommerceFlowTest {
    private static final List<String> BACKGROUND_ROUTES = List.of(
            RELAY_OUTBOX, TICK_RELAY, PUBLISH_VIEW, COUNT_VIEWS, REQUEST_PAYMENT_AFTER_COMMIT, RECONCILE_CALLED_ABOUT);

    private final List<String> backgroundRoutes;

    @Autowired
    protected CamelContext camel;

    @Autowired
    protected ProducerTemplate producer;

    @Autowired
    protected Shop shop;

    @Autowired
    protected SignedIn signedIn;

    @Autowired
    protected SignatureInForce signature;

    @Autowired
    protected ShopClock clock;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Autowired
    private BulkheadRegistry bulkheads;

    protected Api api;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry settings) {
        settings.add("gateway.port", Gateway::port);
    }

    /** @param backgroundRoutes those that run in this class */
    protected CommerceFlowTest(String... backgroundRoutes) {
        this.backgroundRoutes = List.of(backgroundRoutes);
    }

    @BeforeEach
    void openShop() throws Exception {
        for (String route : BACKGROUND_ROUTES) {
            setRunning(route, backgroundRoutes.contains(route));
        }
        api = new Api(port);
        shop.open();
        clock.reset();
        Gateway.reset();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        signedIn.as(Shop.CUSTOMER);
        signature.is(CallbackSignature.UNCHECKED);
        MockEndpoint.resetMocks(camel);
        forgetHandOvers();
    }

    @AfterEach
    void closeShop() throws Exception {
        stopWhatWasStarted();
        forgetHandOvers();
    }

    /** Has what the test started come to its end. */
    protected void stopWhatWasStarted() throws Exception {
        for (String route : BACKGROUND_ROUTES) {
            setRunning(route, backgroundRoutes.contains(route));
        }
    }

    /** Starts a background route for the rest of the test. */
    protected void start(String backgroundRoute) throws Exception {
        setRunning(backgroundRoute, true);
    }

    protected CircuitBreaker breaker(String name) {
        return breakers.find(name).orElseThrow();
    }

    /** While the work goes on, the breaker's bulkhead lets nobody in. */
    protected void whileFull(String name, ThrowingRunnable work) throws Exception {
        Bulkhead bulkhead = bulkheads.find(name).orElseThrow();
        int places = bulkhead.getMetrics().getAvailableConcurrentCalls();
        for (int place = 0; place < places; place++) {
            bulkhead.acquirePermission();
        }
        try {
            work.run();
        } finally {
            for (int place = 0; place < places; place++) {
                bulkhead.releasePermission();
            }
        }
    }

    /** Work of a test that may fail. */
    protected interface ThrowingRunnable {
        void run() throws Exception;
    }

    private void setRunning(String route, boolean running) throws Exception {
        RouteController routes = camel.getRouteController();
        if (routes.getRouteStatus(route).isStarted() == running) {
            return;
        }
        if (running) {
            routes.startRoute(route);
        } else {
            routes.stopRoute(route);
        }
    }

    /** Forgets what was handed over to background routes until now. */
    protected void forgetHandOvers() {
        camel.getEndpoints().stream()
                .filter(SedaEndpoint.class::isInstance)
                .forEach(queue -> ((SedaEndpoint) queue).purgeQueue());
    }

    /** How many messages wait for the background route that reads from {@code address}. */
    protected int waitingFor(String address) {
        Endpoint endpoint = camel.getEndpoint(address);
        return ((SedaEndpoint) endpoint).getCurrentQueueSize();
    }

    /** Brings a schedule's Quartz trigger forward to now, and waits until its route has run. */
    protected void fire(String group, String route, String firstStep) throws Exception {
        long before = journal().count(firstStep);
        Scheduler scheduler =
                camel.getComponent("quartz", QuartzComponent.class).getScheduler();
        TriggerKey key = scheduler.getTriggerKeys(GroupMatcher.groupEquals(group)).stream()
                .filter(trigger -> trigger.getName().startsWith(route))
                .findAny()
                .orElseThrow();
        Trigger trigger = scheduler.getTrigger(key);
        scheduler.triggerJob(trigger.getJobKey(), trigger.getJobDataMap());
        await().atMost(ofSeconds(30)).pollInterval(ofMillis(2)).untilAsserted(() -> {
            assertThat(journal().count(firstStep)).isGreaterThan(before);
            assertThat(camel.getInflightRepository().size(route)).isZero();
        });
    }

    /** Has {@code incident} happen when the next transaction is about to begin. */
    protected void beforeNextTransaction(Runnable incident) {
        journal().meanwhile(JournaledTransaction.BEFORE_BEGIN, incident);
    }

    protected Journal journal() {
        return shop.journal();
    }
}
