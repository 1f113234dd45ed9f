package io.commerceroutes.routes.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.commerceroutes.adapters.sql.RollbackOnFailure;
import io.commerceroutes.domain.metrics.BusinessCalendar;
import io.commerceroutes.domain.metrics.DayCount;
import io.commerceroutes.domain.metrics.DeadLetters;
import io.commerceroutes.domain.metrics.EventLimits;
import io.commerceroutes.domain.metrics.HandledEventPartitions;
import io.commerceroutes.domain.metrics.ProductCounts;
import io.commerceroutes.domain.metrics.ProductMetrics;
import io.commerceroutes.domain.ranking.AggregationLedger;
import io.commerceroutes.domain.ranking.AggregationRun;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.PeriodWindow;
import io.commerceroutes.domain.ranking.RankedProduct;
import io.commerceroutes.domain.ranking.Ranking;
import io.commerceroutes.domain.ranking.Rankings;
import io.commerceroutes.domain.ranking.RunOrigin;
import io.commerceroutes.domain.ranking.RunState;
import io.commerceroutes.domain.ranking.ScoreWeights;
import io.commerceroutes.routes.http.ApiErrors;
import io.commerceroutes.routes.http.FailureKinds;
import io.commerceroutes.routes.http.ProblemAnswer;
import io.commerceroutes.routes.metrics.MetricsApi;
import io.commerceroutes.routes.metrics.MetricsEntry;
import io.commerceroutes.routes.metrics.PreparePartitionsRoute;
import io.commerceroutes.routes.metrics.RecordingTransactions;
import io.commerceroutes.routes.transaction.Transactions;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.EndpointInject;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.camel.test.spring.junit5.EnableRouteCoverage;
import org.apache.camel.test.spring.junit5.MockEndpointsAndSkip;
import org.apache.camel.test.spring.junit5.UseAdviceWith;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/** The collector's entries, asked as the REST DSL asks them. */
@CamelSpringBootTest
@SpringBootTest(
        classes = CollectorApiTest.Entries.class,
        properties = {
            "camel.rest.inline-routes=false",
            "camel.dataformat.jackson.auto-discover-object-mapper=true",
            "commerce.transaction.conflict-retries=1",
            "commerce.transaction.conflict-retry-delay-millis=1",
            "commerce.metrics.partition-check-millis=3600000",
            "commerce.ranking-audit.windows-max=20"
        })
@MockEndpointsAndSkip("sql:.*")
@UseAdviceWith
@EnableRouteCoverage
@DirtiesContext
class CollectorApiTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:10:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final PeriodWindow WEEK = Period.WEEKLY.windowOf(TODAY);
    private static final RankedProduct TEA =
            new RankedProduct(1, 7, "Tea", new BigDecimal("10.0000"), new ProductCounts(4, 3, 15, 900));

    @Autowired
    private CamelContext context;

    @Autowired
    private ProducerTemplate producer;

    @MockitoBean
    private Rankings rankings;

    @MockitoBean
    private AggregationLedger ledger;

    @MockitoBean
    private ProductMetrics metrics;

    @MockitoBean
    private DeadLetters deadLetters;

    @MockitoBean
    private HandledEventPartitions partitions;

    @EndpointInject("mock:sql:classpath:sql/ranking/audit-metrics.sql")
    private MockEndpoint metricsAudit;

    @EndpointInject("mock:sql:classpath:sql/ranking/audit-rankings.sql")
    private MockEndpoint rankingsAudit;

    @BeforeEach
    void start() throws Exception {
        if (!context.isStarted()) {
            AdviceWith.adviceWith(
                    context, PreparePartitionsRoute.PREPARE_PARTITIONS, route -> route.replaceFromWith("direct:tick"));
            context.start();
        }
    }

    @Test
    void a_ranking_is_answered_page_by_page_with_its_window() throws IOException {
        when(rankings.page(WEEK, 2, 10)).thenReturn(new Ranking(WEEK, true, NOW, List.of(TEA), 21));

        JsonNode body = ok(RankingApi.LIST_RANKING, Map.of("period", "WEEKLY", "page", "2", "size", "10"), null);

        assertThat(body.get("from").asText()).isEqualTo("2026-11-23");
        assertThat(body.get("label").asText()).isEqualTo("2026-W48");
        assertThat(body.get("final").asBoolean()).isTrue();
        assertThat(body.get("totalCount").asInt()).isEqualTo(21);
        assertThat(body.at("/items/0/score").asText()).isEqualTo("10");
        assertThat(body.at("/items/0/salesAmount").asInt()).isEqualTo(900);
    }

    @Test
    void a_products_places_are_those_it_has_today() throws IOException {
        when(rankings.ofProduct(any(), anyLong())).thenReturn(Optional.empty());
        when(rankings.ofProduct(WEEK, 7)).thenReturn(Optional.of(new Ranking(WEEK, false, NOW, List.of(TEA), 9)));

        JsonNode body = ok(RankingApi.SHOW_PRODUCT_RANKING, Map.of("productId", "7"), null);

        assertThat(body.get("date").asText()).isEqualTo("2026-11-23");
        assertThat(body.get("rankings")).hasSize(1);
        assertThat(body.at("/rankings/0/rank").asInt()).isOne();
    }

    @Test
    void a_product_that_is_not_ranked_is_not_found() throws IOException {
        when(rankings.ofProduct(any(), anyLong())).thenReturn(Optional.empty());

        assertProblem(RankingApi.SHOW_PRODUCT_RANKING, Map.of("productId", "7"), null, 404, "RANKING_NOT_FOUND");
        assertProblem(
                RankingApi.EXPLAIN_RANKING,
                Map.of("productId", "7", "period", "DAILY"),
                null,
                404,
                "RANKING_NOT_FOUND");
        assertProblem(RankingApi.SHOW_PRODUCT_RANKING, Map.of("productId", "x"), null, 404, "RANKING_NOT_FOUND");
    }

    @Test
    void a_score_is_explained_day_by_day() throws IOException {
        when(rankings.ofProduct(WEEK, 7)).thenReturn(Optional.of(new Ranking(WEEK, false, NOW, List.of(TEA), 9)));
        when(rankings.daysOf(WEEK, 7)).thenReturn(List.of(new DayCount(TODAY, 7, new ProductCounts(4, 3, 15, 900))));

        JsonNode body = ok(
                RankingApi.EXPLAIN_RANKING, Map.of("productId", "7", "period", "WEEKLY", "date", "2026-11-24"), null);

        assertThat(body.at("/days/0/score").asText()).isEqualTo("10");
        assertThat(body.at("/weights/unit").asText()).isEqualTo("0.6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily", "YEARLY", ""})
    void a_period_that_is_none_is_told_by_name(String period) throws IOException {
        JsonNode problem = assertProblem(
                RankingApi.LIST_RANKING, Map.of("period", period, "date", "soon"), null, 400, "VALIDATION_FAILED");

        assertThat(problem.get("errors").findValuesAsText("field")).containsExactly("period", "date");
    }

    @Test
    void a_request_for_a_run_is_written_down_and_named() throws IOException {
        when(ledger.request(WEEK, RunOrigin.OPERATOR)).thenReturn(42L);

        Exchange answer =
                ask(AggregationApi.REQUEST_AGGREGATION, Map.of(), "{\"period\":\"WEEKLY\",\"date\":\"2026-11-24\"}");

        assertThat(answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(202);
        assertThat(answer.getMessage().getHeader("Location")).isEqualTo("/api/v1/ops/aggregations/42");
        assertThat(json(answer).get("runId").asLong()).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[1]", "{", "{\"period\":\"DAILY\",\"date\":\"2026-11-24\",\"more\":1}"})
    void a_request_that_is_not_one_is_refused(String body) throws IOException {
        Exchange answer = ask(AggregationApi.REQUEST_AGGREGATION, Map.of(), body);

        assertThat(answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(400);
    }

    @Test
    void the_ledger_shows_how_runs_ended() throws IOException {
        AggregationRun done =
                new AggregationRun(42, WEEK, RunOrigin.OPERATOR, RunState.DONE, 9L, NOW, NOW, NOW.plusMillis(12), null);
        when(ledger.find(42)).thenReturn(Optional.of(done));
        when(ledger.page(0, 20)).thenReturn(new AggregationLedger.Page(List.of(done), 1));

        JsonNode run = ok(AggregationApi.SHOW_AGGREGATION, Map.of("runId", "42"), null);
        JsonNode page = ok(AggregationApi.LIST_AGGREGATIONS, Map.of(), null);

        assertThat(run.get("durationMillis").asInt()).isEqualTo(12);
        assertThat(page.at("/items/0")).isEqualTo(run);
        assertProblem(AggregationApi.SHOW_AGGREGATION, Map.of("runId", "43"), null, 404, "AGGREGATION_NOT_FOUND");
    }

    @Test
    void a_products_counts_are_those_of_the_last_thirty_days() throws IOException {
        when(metrics.ofProduct(7, TODAY.minusDays(29), TODAY))
                .thenReturn(List.of(new DayCount(TODAY, 7, ProductCounts.ONE_VIEW)));

        JsonNode body = ok(MetricsApi.SHOW_PRODUCT_METRICS, Map.of("productId", "7"), null);

        assertThat(body.at("/items/0/views").asInt()).isOne();
        assertProblem(
                MetricsApi.SHOW_PRODUCT_METRICS,
                Map.of("productId", "7", "from", "2026-11-24"),
                null,
                400,
                "VALIDATION_FAILED");
        assertProblem(
                MetricsApi.SHOW_PRODUCT_METRICS,
                Map.of("productId", "7", "from", "2020-01-01"),
                null,
                400,
                "VALIDATION_FAILED");
    }

    @Test
    void dead_letters_are_listed() throws IOException {
        when(deadLetters.page(0, 20))
                .thenReturn(new DeadLetters.Page(
                        List.of(new DeadLetters.Entry(1, "t", 0, 9, null, "OrderPaid", "why", NOW, null)), 1));

        JsonNode body = ok(MetricsApi.LIST_DEAD_LETTERS, Map.of(), null);

        assertThat(body.at("/items/0/reason").asText()).isEqualTo("why");
    }

    @Test
    void an_audit_names_what_is_wrong() throws IOException {
        answer(metricsAudit, "metrics", Map.of("finding", "checked", "subject", "days", "detail", "3"));
        answer(
                rankingsAudit,
                "rankings",
                Map.of("finding", "violation", "subject", "DAILY/2026-11-22/7", "detail", "should be ranked 1"));

        JsonNode body = ok(AuditRankingsRoute.SHOW_COLLECTOR_AUDIT, Map.of(), null);

        assertThat(body.get("ok").asBoolean()).isFalse();
        assertThat(body.findValuesAsText("name")).containsExactly("metrics", "rankings");
    }

    @Test
    void room_for_events_is_made_from_the_oldest_that_counts_to_some_days_ahead() {
        producer.sendBody("direct:tick", null);

        verify(partitions).prepare(LocalDate.parse("2026-10-16"), LocalDate.parse("2026-11-29"));
    }

    private static void answer(MockEndpoint statement, String header, Map<String, Object> row) {
        statement.whenAnyExchangeReceived(exchange -> exchange.getMessage().setHeader(header, List.of(row)));
    }

    private JsonNode ok(String route, Map<String, Object> headers, String body) throws IOException {
        Exchange answer = ask(route, headers, body);
        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(200);
        return json(answer);
    }

    private JsonNode assertProblem(String route, Map<String, Object> headers, String body, int status, String code)
            throws IOException {
        Exchange answer = ask(route, headers, body);
        assertThat(answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(status);
        JsonNode problem = json(answer);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        return problem;
    }

    private Exchange ask(String route, Map<String, Object> headers, String body) {
        return producer.request("direct:" + route, exchange -> {
            exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
            exchange.getMessage().setBody(body);
        });
    }

    private static JsonNode json(Exchange answer) throws IOException {
        return new ObjectMapper().readTree(answer.getMessage().getBody(byte[].class));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        ApiErrors.class,
        RankingApi.class,
        RankingEntry.class,
        RequestedWindow.class,
        AggregationApi.class,
        AggregationEntry.class,
        MetricsApi.class,
        MetricsEntry.class,
        AuditRankingsRoute.class
    })
    static class Entries {
        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        BusinessCalendar calendar() {
            return new BusinessCalendar(ZoneId.of("Asia/Seoul"));
        }

        @Bean
        RankingSettings settings(BusinessCalendar calendar) {
            return new RankingSettings(
                    calendar,
                    new ScoreWeights(new BigDecimal("0.1"), new BigDecimal("0.2"), new BigDecimal("0.6")),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(10));
        }

        @Bean
        ObjectMapper json() {
            return JsonMapper.builder()
                    .findAndAddModules()
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
        }

        /** Nobody listens: the tests ask the routes behind the REST DSL. */
        @Bean("platform-http-engine")
        PlatformHttpEngine platformHttpEngine() {
            PlatformHttpEngine engine = mock(PlatformHttpEngine.class);
            when(engine.createConsumer(any(), any())).thenReturn(mock(PlatformHttpConsumer.class));
            return engine;
        }

        @Bean
        ProblemAnswer problemAnswer(ObjectMapper json) {
            return new ProblemAnswer(json, mock(FailureKinds.class));
        }

        @Bean
        DataSource dataSource() {
            return mock(DataSource.class);
        }

        @Bean(Transactions.SNAPSHOT)
        RollbackOnFailure snapshot() {
            return new RollbackOnFailure(new TransactionTemplate(new RecordingTransactions()));
        }

        @Bean
        PreparePartitionsRoute preparePartitions(HandledEventPartitions partitions, Clock clock) {
            return new PreparePartitionsRoute(
                    partitions,
                    new EventLimits(Duration.ofMinutes(5), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(1)),
                    clock,
                    Duration.ofDays(7));
        }
    }
}
