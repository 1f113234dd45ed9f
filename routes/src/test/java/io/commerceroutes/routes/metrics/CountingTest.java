package io.commerceroutes.routes.metrics;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import io.commerceroutes.domain.metrics.DayCount;
import io.commerceroutes.routes.collector.CollectorFlowTest;
import io.commerceroutes.routes.collector.HandledInMemory;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of counting share: batches as Kafka hands them over, and what they were counted as. */
abstract class CountingTest extends CollectorFlowTest {
    /** What stayed counted: a transaction that is rolled back takes its counts with it. */
    final List<DayCount> counted = new ArrayList<>();

    @Autowired
    HandledInMemory handled;

    Records records;

    @BeforeEach
    void forgetWhatWasCounted() {
        records = new Records(camel);
        handled.clear();
        counted.clear();
        doAnswer(call -> {
                    List<DayCount> changes = call.getArgument(0);
                    counted.addAll(changes);
                    transactions.onRollback(() -> counted.removeAll(changes));
                    return null;
                })
                .when(metrics)
                .add(any());
    }

    Exchange collect(Exchange... batch) {
        return producer.request(
                triggerOf(CollectMetricsRoute.COLLECT_METRICS),
                exchange -> exchange.getMessage().setBody(List.of(batch)));
    }

    int tally(String outcome) {
        return tallies.events(outcome);
    }
}
