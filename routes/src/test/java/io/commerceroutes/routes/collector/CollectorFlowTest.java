package io.commerceroutes.routes.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.domain.metrics.DeadLetters;
import io.commerceroutes.domain.metrics.EventBacklog;
import io.commerceroutes.domain.metrics.HandledEventPartitions;
import io.commerceroutes.domain.metrics.ProductMetrics;
import io.commerceroutes.domain.metrics.ProductNames;
import io.commerceroutes.domain.ranking.AggregationLedger;
import io.commerceroutes.domain.ranking.Rankings;
import io.commerceroutes.domain.recount.CountSnapshots;
import io.commerceroutes.domain.recount.RecountSums;
import io.commerceroutes.domain.recount.Recounts;
import io.commerceroutes.domain.recount.RetainedEvents;
import io.commerceroutes.routes.diagram.DrawnRoutes;
import io.commerceroutes.routes.metrics.CollectMetricsRoute;
import io.commerceroutes.routes.metrics.ObserveCollectorRoute;
import io.commerceroutes.routes.metrics.PreparePartitionsRoute;
import io.commerceroutes.routes.observation.ObservedInMemory;
import io.commerceroutes.routes.ranking.AuditRankingsRoute;
import io.commerceroutes.routes.ranking.CloseDayRoute;
import io.commerceroutes.routes.ranking.RankMonthRoute;
import io.commerceroutes.routes.ranking.RankWeekRoute;
import io.commerceroutes.routes.ranking.RefreshStaleRoute;
import io.commerceroutes.routes.ranking.RunAggregationRoute;
import io.commerceroutes.routes.recount.RecountMetricsRoute;
import io.commerceroutes.routes.shop.Api;
import io.commerceroutes.routes.shop.Api.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.camel.test.spring.junit5.DisableJmx;
import org.apache.camel.test.spring.junit5.MockEndpointsAndSkip;
import org.apache.camel.test.spring.junit5.UseAdviceWith;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * What tests of the collector's flows share: one context with all of them, entered over HTTP, or where Kafka and the
 * clock would enter them; what they ask servers ends at mocks.
 */
@CamelSpringBootTest
@SpringBootTest(
        classes = CollectorFlows.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=flows,collector-flows")
@MockEndpointsAndSkip("(kafka|sql):.*")
@UseAdviceWith
@DisableJmx(false)
public abstract class CollectorFlowTest {
    /** Monday, 4 January 2027, 00:10 in Seoul. */
    public static final Instant NOW = Instant.parse("2027-01-03T15:10:00Z");

    protected static final LocalDate TODAY = LocalDate.parse("2027-01-04");

    private static final List<String> TRIGGERED_ROUTES = List.of(
            CollectMetricsRoute.COLLECT_METRICS,
            PreparePartitionsRoute.PREPARE_PARTITIONS,
            RecountMetricsRoute.RECOUNT_REQUESTED,
            RunAggregationRoute.RUN_REQUESTED,
            CloseDayRoute.SCHEDULE_CLOSE_DAY,
            RankWeekRoute.SCHEDULE_RANK_WEEK,
            RankMonthRoute.SCHEDULE_RANK_MONTH,
            RefreshStaleRoute.SCHEDULE_REFRESH_STALE,
            RefreshStaleRoute.CATCH_UP,
            AuditRankingsRoute.AUDIT_RANKINGS_ON_SCHEDULE,
            ObserveCollectorRoute.OBSERVE_COLLECTOR,
            ObserveCollectorRoute.OBSERVE_BACKLOG);

    @Autowired
    protected CamelContext camel;

    @Autowired
    protected ProducerTemplate producer;

    @Autowired
    protected RecordingTransactions transactions;

    @Autowired
    protected Tallies tallies;

    @Autowired
    protected ObservedInMemory observed;

    @MockitoBean
    protected Rankings rankings;

    @MockitoBean
    protected AggregationLedger ledger;

    @MockitoBean
    protected ProductMetrics metrics;

    @MockitoBean
    protected ProductNames names;

    @MockitoBean
    protected DeadLetters deadLetters;

    @MockitoBean
    protected EventBacklog backlog;

    @MockitoBean
    protected HandledEventPartitions partitions;

    @MockitoBean
    protected Recounts recounts;

    @MockitoBean
    protected RetainedEvents retainedEvents;

    @MockitoBean
    protected CountSnapshots snapshots;

    @MockitoBean
    protected RecountSums recountSums;

    /** Before tests took the place of the triggers; contexts live for as long as all tests. */
    private static String drawn;

    protected Api api;

    @LocalServerPort
    private int port;

    @BeforeEach
    void startFlows() throws Exception {
        if (!camel.isStarted()) {
            drawn = DrawnRoutes.of(camel);
            for (String route : TRIGGERED_ROUTES) {
                AdviceWith.adviceWith(camel, route, advised -> advised.replaceFromWith(triggerOf(route)));
            }
            camel.start();
        }
        api = new Api(port);
        transactions.reset();
        tallies.forgetRuns();
        observed.forget();
        MockEndpoint.resetMocks(camel);
    }

    /** Where a test enters a route that Kafka, a timer or Quartz enters in production. */
    protected static String triggerOf(String route) {
        return "direct:trigger-" + route;
    }

    protected static String drawn() {
        return drawn;
    }

    protected static JsonNode ok(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    protected static JsonNode assertProblem(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().path("code").asText()).isEqualTo(code);
        return reply.json();
    }
}
