package io.commerceroutes.routes.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.commerceroutes.adapters.sql.RollbackOnFailure;
import io.commerceroutes.domain.metrics.BusinessCalendar;
import io.commerceroutes.domain.metrics.DayCount;
import io.commerceroutes.domain.metrics.DeadLetter;
import io.commerceroutes.domain.metrics.DeadLetters;
import io.commerceroutes.domain.metrics.EventLimits;
import io.commerceroutes.domain.metrics.EventReader;
import io.commerceroutes.domain.metrics.EventReading.NameChange;
import io.commerceroutes.domain.metrics.ProductCounts;
import io.commerceroutes.domain.metrics.ProductMetrics;
import io.commerceroutes.domain.metrics.ProductNames;
import io.commerceroutes.domain.metrics.UncountableException;
import io.commerceroutes.routes.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.EndpointInject;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.camel.test.spring.junit5.EnableRouteCoverage;
import org.apache.camel.test.spring.junit5.MockEndpointsAndSkip;
import org.apache.camel.test.spring.junit5.UseAdviceWith;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

@CamelSpringBootTest
@SpringBootTest(
        classes = CollectMetricsRouteTest.Flow.class,
        properties = {
            "commerce.metrics.topics=commerce.orders.v1,commerce.catalog.v1",
            "commerce.metrics.group=test",
            "commerce.metrics.batch-size=500",
            "commerce.metrics.poll-timeout-millis=100",
            "commerce.metrics.batch-interval-millis=100",
            "commerce.metrics.consumers=1",
            "commerce.metrics.session-timeout-millis=10000",
            "commerce.metrics.retries=2",
            "commerce.metrics.retry-delay-millis=1",
            "commerce.metrics.retry-delay-max-millis=2",
            "commerce.metrics.dead-letter-suffix=.dlq",
            "commerce.metrics.dead-letter-timeout-millis=1000",
            "commerce.metrics.dead-letter-request-timeout-millis=500"
        })
@MockEndpointsAndSkip("kafka:dead-letters.*")
@UseAdviceWith
@EnableRouteCoverage
@DirtiesContext
class CollectMetricsRouteTest {
    @Autowired
    private CamelContext context;

    @Autowired
    private ProducerTemplate producer;

    @Autowired
    private RecordingTransactions transactions;

    @Autowired
    private HandledInMemory handled;

    @Autowired
    private MeterRegistry meters;

    @MockitoBean
    private ProductMetrics metrics;

    @MockitoBean
    private ProductNames names;

    @MockitoBean
    private DeadLetters deadLetters;

    @EndpointInject("mock:kafka:dead-letters")
    private MockEndpoint deadLetterTopic;

    private final List<DayCount> counted = new ArrayList<>();
    private Records records;

    @BeforeEach
    void start() throws Exception {
        if (!context.isStarted()) {
            AdviceWith.adviceWith(
                    context, CollectMetricsRoute.COLLECT_METRICS, route -> route.replaceFromWith("direct:records"));
            context.start();
        }
        records = new Records(context);
        transactions.reset();
        handled.clear();
        counted.clear();
        deadLetterTopic.reset();
        reset(metrics, names, deadLetters);
        doAnswer(call -> {
                    List<DayCount> changes = call.getArgument(0);
                    counted.addAll(changes);
                    transactions.onRollback(() -> counted.removeAll(changes));
                    return null;
                })
                .when(metrics)
                .add(any());
    }

    @Test
    void a_batch_is_counted_in_one_transaction_and_then_each_partition_is_committed() {
        Exchange answer = collect(
                records.view(1),
                records.event(
                        Records.ORDERS,
                        2,
                        UUID.randomUUID(),
                        "OrderPaid",
                        "{\"items\":[{\"productId\":1,\"quantity\":3,\"price\":50}],\"paidAt\":\"%s\"}"
                                .formatted(java.time.Instant.now())),
                records.view(1));

        assertThat(answer.getException()).isNull();
        assertThat(counted).extracting(DayCount::counts).containsExactly(new ProductCounts(2, 0, 3, 150));
        assertThat(transactions.commits()).isOne();
        assertThat(handled.marks()).hasSize(3);
        assertThat(records.commits()).containsExactlyInAnyOrder(Records.CATALOG + "-0@2", Records.ORDERS + "-2@1");
        InOrder order = inOrder(metrics);
        order.verify(metrics).add(any());
        order.verify(metrics).raiseRevisions(any());
    }

    @Test
    void the_same_event_twice_in_a_batch_counts_once() {
        UUID id = UUID.randomUUID();
        double before = tally("duplicates");

        collect(records.view(id, 1), records.view(id, 1));

        assertThat(counted).extracting(DayCount::counts).containsExactly(ProductCounts.ONE_VIEW);
        assertThat(tally("duplicates") - before).isOne();
    }

    @Test
    void a_batch_with_an_event_counted_before_is_rolled_back_and_repeated_without_it() {
        UUID known = UUID.randomUUID();
        collect(records.view(known, 1));
        counted.clear();
        transactions.reset();

        collect(records.view(known, 1), records.view(2));

        assertThat(counted).extracting(DayCount::productId).containsExactly(2L);
        assertThat(transactions.rollbacks()).isOne();
        assertThat(transactions.commits()).isOne();
        assertThat(records.commits()).contains(Records.CATALOG + "-0@2");
        verify(deadLetters, never()).keep(any());
    }

    @Test
    void a_batch_that_was_counted_completely_is_only_committed() {
        UUID known = UUID.randomUUID();
        collect(records.view(known, 1));
        counted.clear();

        collect(records.view(known, 1));

        assertThat(counted).isEmpty();
        assertThat(records.commits()).hasSize(2);
    }

    @Test
    void a_product_gets_its_name_once() {
        UUID id = UUID.randomUUID();

        collect(records.name(id, 5, "Tea"), records.view(5));
        collect(records.name(id, 5, "Tea"));

        verify(names, times(1))
                .rename(argThat((NameChange change) ->
                        change.productId() == 5 && change.name().equals("Tea")));
        assertThat(records.commits()).hasSize(2);
    }

    @Test
    void a_transient_failure_is_retried_as_a_whole_transaction() {
        doThrow(new CannotAcquireLockException("deadlock"))
                .doNothing()
                .when(metrics)
                .raiseRevisions(any());

        Exchange answer = collect(records.view(1));

        assertThat(answer.getException()).isNull();
        assertThat(transactions.rollbacks()).isOne();
        assertThat(transactions.commits()).isOne();
        assertThat(counted).hasSize(1);
        assertThat(records.commits()).hasSize(1);
    }

    @Test
    void a_failure_that_lasts_leaves_the_batch_to_kafka() {
        doThrow(new CannotAcquireLockException("deadlock")).when(metrics).add(any());

        Exchange answer = collect(records.view(1));

        assertThat(answer.getException()).isInstanceOf(CannotAcquireLockException.class);
        verify(metrics, times(3)).add(any());
        assertThat(records.commits()).isEmpty();
        assertThat(handled.marks()).isEmpty();
        verify(deadLetters, never()).keep(any());
    }

    @Test
    void a_commit_of_the_database_that_fails_is_no_commit_of_offsets() {
        transactions.failCommits(3);

        Exchange answer = collect(records.view(1));

        assertThat(answer.getException()).isNotNull();
        assertThat(records.commits()).isEmpty();
    }

    @Test
    void a_commit_whose_answer_was_lost_counts_once() {
        transactions.loseAnswerOfCommit();

        Exchange answer = collect(records.view(1));

        assertThat(answer.getException()).isNull();
        assertThat(counted).hasSize(1);
        assertThat(records.commits()).hasSize(1);
    }

    @Test
    void the_one_event_that_cannot_be_stored_is_found_and_all_others_count() throws Exception {
        doAnswer(call -> {
                    List<DayCount> changes = call.getArgument(0);
                    if (changes.stream().anyMatch(change -> change.productId() == 666)) {
                        throw new UncountableException("overflow", new IllegalStateException());
                    }
                    counted.addAll(changes);
                    return null;
                })
                .when(metrics)
                .add(any());
        deadLetterTopic.expectedMessageCount(1);

        Exchange answer = collect(Stream.concat(
                        Stream.concat(Stream.generate(() -> records.view(1)).limit(6), Stream.of(records.view(666))),
                        Stream.generate(() -> records.view(2)).limit(6))
                .toArray(Exchange[]::new));

        assertThat(answer.getException()).isNull();
        assertThat(counted.stream().mapToLong(change -> change.counts().views()).sum())
                .isEqualTo(12);
        verify(deadLetters, times(1))
                .keep(argThat((DeadLetter letter) -> letter.reason().contains("stored")));
        deadLetterTopic.assertIsSatisfied();
        assertThat(handled.marks()).hasSize(12);
        assertThat(records.commits()).hasSize(1);
    }

    @Test
    void an_unreadable_record_goes_to_its_dead_letter_topic_as_it_came() throws Exception {
        deadLetterTopic.expectedMessageCount(1);
        Exchange poison = records.raw(Records.ORDERS, 1, Records.bytes("{not json"));
        poison.getMessage().setHeader("ce_type", Records.bytes("OrderPaid"));
        poison.getMessage().setHeader("traceparent", Records.bytes("00-1-2-01"));

        collect(poison, records.view(1));

        deadLetterTopic.assertIsSatisfied();
        var letter = deadLetterTopic.getExchanges().getFirst().getMessage();
        assertThat(letter.getBody(String.class)).isEqualTo("{not json");
        assertThat(letter.getHeader(KafkaConstants.OVERRIDE_TOPIC)).isEqualTo("commerce.orders.v1.dlq");
        assertThat(letter.getHeader(KafkaConstants.KEY, String.class)).isEqualTo("key-0");
        assertThat(letter.getHeader("traceparent", String.class)).isEqualTo("00-1-2-01");
        assertThat(letter.getHeader("dlq_topic", String.class)).isEqualTo("commerce.orders.v1");
        assertThat(letter.getHeader("dlq_partition", String.class)).isEqualTo("1");
        assertThat(letter.getHeader("dlq_offset", String.class)).isEqualTo("0");
        assertThat(letter.getHeader("dlq_reason", String.class)).contains("JSON");
        assertThat(counted).hasSize(1);
        assertThat(records.commits()).hasSize(2);
    }

    @Test
    void a_record_without_value_or_with_a_wrong_field_is_a_dead_letter_too() {
        collect(
                records.event(Records.CATALOG, 0, UUID.randomUUID(), "ProductViewed", null),
                records.event(Records.CATALOG, 0, UUID.randomUUID(), "ProductViewed", "null"),
                records.event(Records.CATALOG, 0, UUID.randomUUID(), "ProductViewed", "{\"productId\":-1}"));

        verify(deadLetters, times(3)).keep(any());
        assertThat(counted).isEmpty();
        assertThat(records.commits()).hasSize(1);
    }

    @Test
    void a_dead_letter_that_cannot_be_kept_leaves_the_batch_to_kafka() {
        doThrow(new CannotAcquireLockException("away"))
                .doNothing()
                .when(deadLetters)
                .keep(any());

        assertThat(collect(records.raw(Records.ORDERS, 0, null)).getException()).isNotNull();
        assertThat(records.commits()).isEmpty();
    }

    @Test
    void unknown_types_are_stepped_over_and_tallied_apart_from_ours() {
        double unknown = tally("unknown");
        double ignored = tally("ignored");
        doNothing().when(metrics).raiseRevisions(any());

        collect(
                records.event(Records.CATALOG, 0, UUID.randomUUID(), "SomethingNew", "not even json"),
                records.event(Records.ORDERS, 0, UUID.randomUUID(), "OrderCreated", "{}"));

        assertThat(tally("unknown") - unknown).isOne();
        assertThat(tally("ignored") - ignored).isOne();
        assertThat(transactions.commits()).isZero();
        assertThat(records.commits()).hasSize(2);
    }

    private Exchange collect(Exchange... batch) {
        return producer.request(
                "direct:records", exchange -> exchange.getMessage().setBody(List.of(batch)));
    }

    private double tally(String outcome) {
        var counter = meters.find("commerce.events").tag("outcome", outcome).counter();
        return counter == null ? 0 : counter.count();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Flow {
        @Bean
        RecordingTransactions transactionManager() {
            return new RecordingTransactions();
        }

        @Bean(Transactions.JDBC)
        RollbackOnFailure jdbcTransaction(RecordingTransactions transactions) {
            return new RollbackOnFailure(new TransactionTemplate(transactions));
        }

        @Bean
        HandledInMemory handled(RecordingTransactions transactions) {
            return new HandledInMemory(transactions);
        }

        @Bean
        KafkaComponent kafka() {
            KafkaComponent kafka = new KafkaComponent();
            kafka.getConfiguration().setBrokers("127.0.0.1:1");
            return kafka;
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        CollectMetricsRoute collectMetrics() {
            return new CollectMetricsRoute(new EventReader(
                    new BusinessCalendar(ZoneId.of("Asia/Seoul")),
                    new EventLimits(
                            Duration.ofMinutes(5), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(730)),
                    Clock.systemUTC()));
        }

        @Bean
        CountEventsRoute countEvents(HandledInMemory handled, ProductNames names, ProductMetrics metrics) {
            return new CountEventsRoute(handled, handled, names, metrics);
        }

        @Bean
        CountingErrors countingErrors() {
            return new CountingErrors();
        }

        @Bean
        DeadLetterRoute deadLetterRoute(DeadLetters deadLetters) {
            return new DeadLetterRoute(deadLetters);
        }
    }
}
