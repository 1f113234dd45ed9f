package io.commerceroutes.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;

class DataFailureKindsTest {
    private final DataFailureKinds kinds = new DataFailureKinds();

    @Test
    void a_deadlock_is_a_conflict_and_a_lost_database_an_outage() {
        assertThat(kinds.isConflict(new IllegalStateException(new CannotAcquireLockException("deadlock"))))
                .isTrue();
        assertThat(kinds.isOutage(new DataAccessResourceFailureException("gone")))
                .isTrue();
        assertThat(kinds.isConflict(new DuplicateKeyException("twice"))).isFalse();
        assertThat(kinds.isOutage(new DuplicateKeyException("twice"))).isFalse();
    }

    @Test
    void a_kafka_that_is_away_is_an_outage() {
        Throwable away;
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", 100),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            away = catchThrowable(() ->
                    producer.send(new ProducerRecord<>("topic", new byte[0])).get());
        }

        assertThat(away).isNotNull();
        assertThat(kinds.isOutage(away)).isTrue();
        assertThat(kinds.isTooLarge(away)).isFalse();
    }

    @Test
    void a_record_of_a_size_that_kafka_refuses_is_too_large_and_no_outage() {
        Exception refused = new IllegalStateException(new RecordTooLargeException());

        assertThat(kinds.isTooLarge(refused)).isTrue();
        assertThat(kinds.isTooLarge(new RecordBatchTooLargeException())).isTrue();
        assertThat(kinds.isOutage(refused)).isFalse();
    }
}
