package io.commerceroutes.routes.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.commerceroutes.domain.metrics.DayCount;
import io.commerceroutes.domain.metrics.EventReading.NameChange;
import io.commerceroutes.domain.metrics.ProductCounts;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class CollectMetricsRouteTest extends CountingTest {
    @Test
    void a_batch_is_counted_in_one_transaction_and_then_each_partition_is_committed() {
        Exchange answer = collect(
                records.view(1),
                records.event(
                        Records.ORDERS,
                        2,
                        UUID.randomUUID(),
                        "OrderPaid",
                        "{\"items\":[{\"productId\":1,\"quantity\":3,\"price\":50}],\"paidAt\":\"%s\"}".formatted(NOW)),
                records.view(1));

        assertThat(answer.getException()).isNull();
        assertThat(counted).extracting(DayCount::counts).containsExactly(new ProductCounts(2, 0, 0, 3, 150));
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
        int before = tally("duplicates");
        int all = tally("all");

        collect(records.view(id, 1), records.view(id, 1));

        assertThat(counted).extracting(DayCount::counts).containsExactly(ProductCounts.ONE_VIEW);
        assertThat(tally("duplicates") - before).isOne();
        assertThat(tally("all") - all).isEqualTo(2);
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
    void unknown_types_are_stepped_over_and_tallied_apart_from_ours() {
        int unknown = tally("unknown");
        int ignored = tally("ignored");

        collect(
                records.event(Records.CATALOG, 0, UUID.randomUUID(), "SomethingNew", "not even json"),
                records.event(Records.ORDERS, 0, UUID.randomUUID(), "PaymentRequested", "{}"));

        assertThat(tally("unknown") - unknown).isOne();
        assertThat(tally("ignored") - ignored).isOne();
        assertThat(transactions.commits()).isZero();
        assertThat(records.commits()).hasSize(2);
    }
}
