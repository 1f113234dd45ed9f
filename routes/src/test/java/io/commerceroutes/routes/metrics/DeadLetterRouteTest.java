package io.commerceroutes.routes.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.commerceroutes.domain.metrics.DayCount;
import io.commerceroutes.domain.metrics.DeadLetter;
import io.commerceroutes.domain.metrics.UncountableException;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.EndpointInject;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.CannotAcquireLockException;

@ExtendWith(OutputCaptureExtension.class)
class DeadLetterRouteTest extends CountingTest {
    @EndpointInject("mock:kafka:dead-letters")
    private MockEndpoint deadLetterTopic;

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
        verify(deadLetters)
                .keep(argThat((DeadLetter kept) -> kept.headers().keySet().equals(Set.of("ce_type", "traceparent"))));
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
                records.event(Records.CATALOG, 0, UUID.randomUUID(), "ProductViewed", "{\"productId\":1}{}"),
                records.event(
                        Records.CATALOG, 0, UUID.randomUUID(), "ProductViewed", "{\"productId\":1,\"productId\":2}"),
                records.event(Records.CATALOG, 0, UUID.randomUUID(), "ProductViewed", "{\"productId\":-1}"));

        verify(deadLetters, times(5)).keep(any());
        assertThat(counted).isEmpty();
        assertThat(records.commits()).hasSize(1);
    }

    @Test
    void one_that_is_too_large_for_its_topic_is_kept_by_the_table_alone(CapturedOutput log) throws Exception {
        deadLetterTopic.expectedMessageCount(2);
        deadLetterTopic.whenExchangeReceived(1, sending -> sending.setException(TechnicalFailure.tooLarge()));

        Exchange answer = collect(
                records.raw(Records.ORDERS, 1, Records.bytes("{large")),
                records.raw(Records.ORDERS, 1, Records.bytes("{small")),
                records.view(1));

        assertThat(answer.getException()).isNull();
        deadLetterTopic.assertIsSatisfied();
        verify(deadLetters, times(2)).keep(any());
        assertThat(counted).hasSize(1);
        assertThat(records.commits()).hasSize(2);
        assertThat(log).contains("the table alone keeps it: commerce.orders.v1, partition 1, offset 0");
    }

    @Test
    void one_that_its_topic_takes_later_leaves_the_batch_to_kafka() {
        deadLetterTopic.whenAnyExchangeReceived(sending -> sending.setException(TechnicalFailure.outage()));

        assertThat(collect(records.raw(Records.ORDERS, 1, null)).getException()).isNotNull();
        assertThat(records.commits()).isEmpty();
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
}
