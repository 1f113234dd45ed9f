package io.commerceroutes.routes.metrics;

import static org.mockito.Mockito.verify;

import io.commerceroutes.routes.collector.CollectorFlowTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PreparePartitionsRouteTest extends CollectorFlowTest {
    @Test
    void room_for_events_is_made_from_the_oldest_that_counts_to_some_days_ahead() {
        producer.sendBody(triggerOf(PreparePartitionsRoute.PREPARE_PARTITIONS), null);

        verify(partitions).prepare(LocalDate.parse("2026-11-27"), LocalDate.parse("2027-01-10"));
    }
}
