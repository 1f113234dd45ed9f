package io.commerceroutes.routes.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;

import io.commerceroutes.routes.collector.CollectorFlowTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.InOrder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.CannotAcquireLockException;

@ExtendWith(OutputCaptureExtension.class)
class PreparePartitionsRouteTest extends CollectorFlowTest {
    @Test
    void room_for_events_is_made_from_the_oldest_that_counts_to_some_days_ahead_and_older_ones_are_forgotten() {
        tick();

        InOrder order = inOrder(partitions);
        order.verify(partitions).prepare(LocalDate.parse("2026-11-24"), LocalDate.parse("2027-01-10"));
        order.verify(partitions).dropBefore(LocalDate.parse("2026-11-19"));
    }

    @Test
    void a_failed_attempt_is_one_line_of_log_and_left_to_the_next(CapturedOutput log) {
        doThrow(new CannotAcquireLockException("the table is in use"))
                .doNothing()
                .when(partitions)
                .dropBefore(any());

        tick();
        tick();

        assertThat(log.getAll().lines().filter(line -> line.contains("the table is in use")))
                .hasSize(1);
        assertThat(log).doesNotContain("\tat io.commerceroutes");
    }

    private void tick() {
        producer.sendBody(triggerOf(PreparePartitionsRoute.PREPARE_PARTITIONS), null);
    }
}
