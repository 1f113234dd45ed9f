package io.commerceroutes.routes.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.commerceroutes.domain.metrics.EventEnvelope;
import io.commerceroutes.domain.metrics.EventKey;
import io.commerceroutes.domain.metrics.EventReading.Countable;
import io.commerceroutes.domain.metrics.ProductCounts;
import io.commerceroutes.domain.recount.CommittedOffsets;
import io.commerceroutes.domain.recount.CommittedOffsets.Place;
import io.commerceroutes.domain.recount.CountSnapshots.Snapshot;
import io.commerceroutes.domain.recount.Difference;
import io.commerceroutes.domain.recount.Recount;
import io.commerceroutes.domain.recount.RecountRange;
import io.commerceroutes.domain.recount.RecountReport;
import io.commerceroutes.domain.recount.RecountState;
import io.commerceroutes.domain.recount.RetainedEvents.Reading;
import io.commerceroutes.domain.recount.RetainedRecord;
import io.commerceroutes.routes.collector.CollectorFlowTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;
import org.springframework.dao.CannotAcquireLockException;

class RecountMetricsRouteTest extends CollectorFlowTest {
    private static final long ID = 5;

    private final Snapshot snapshot = mock(Snapshot.class);
    private final Reading reading = mock(Reading.class);
    private final RetainedRecord counted = view(0, NOW);
    private final RetainedRecord lost = view(1, NOW);
    private final RetainedRecord dead = view(2, NOW);
    private final RetainedRecord notYetRead = view(3, NOW);
    private final RetainedRecord otherDay = view(0, NOW.minus(Duration.ofDays(2)));
    private final RetainedRecord lostOnOtherDay = view(1, NOW.minus(Duration.ofDays(2)));
    private final RetainedRecord unreadable = new RetainedRecord("t", 0, 0, counted.envelope(), null);

    @BeforeEach
    void request() {
        Recount requested =
                new Recount(ID, new RecountRange(TODAY, TODAY), RecountState.RUNNING, NOW, NOW, null, null, null);
        when(recounts.claimNext(Duration.ofMinutes(30)))
                .thenReturn(Optional.of(requested))
                .thenReturn(Optional.empty());
        when(retainedEvents.committed()).thenReturn(new CommittedOffsets(Map.of(new Place("t", 0), 3L)));
        when(retainedEvents.open()).thenReturn(reading);
        when(snapshots.open()).thenReturn(snapshot);
        when(snapshot.handledAmong(any())).thenReturn(Set.of(key(counted), key(otherDay)));
        when(snapshot.deadAmong(any())).thenReturn(Set.of(key(dead).id()));
        when(reading.hasMore()).thenReturn(true, false);
        when(reading.poll()).thenReturn(List.of(counted, lost, dead, notYetRead, otherDay, lostOnOtherDay, unreadable));
        when(reading.completeSince()).thenReturn(Optional.of(NOW));
        when(recountSums.addOnce(eq(ID), any())).thenReturn(1);
        when(recountSums.meetOnce(eq(ID), any())).thenAnswer(call -> List.copyOf(call.getArgument(1)));
        when(snapshot.countsOf(TODAY)).thenReturn(Map.of(9L, ProductCounts.ONE_VIEW));
        when(recountSums.countsOf(ID, TODAY)).thenReturn(Map.of());
    }

    @Test
    void events_of_the_range_are_counted_if_they_are_handled_and_missing_if_they_were_passed_and_are_not() {
        tick();

        ArgumentCaptor<Collection<Countable>> added = ArgumentCaptor.captor();
        verify(recountSums).addOnce(eq(ID), added.capture());
        assertThat(added.getValue()).extracting(Countable::key).containsExactly(key(counted));
        verify(recounts)
                .done(
                        ID,
                        new RecountReport(
                                7,
                                1,
                                1,
                                List.of(key(lost).id().toString()),
                                NOW,
                                1,
                                List.of(new Difference(TODAY, 9, ProductCounts.ONE_VIEW, ProductCounts.NONE))));
        verify(recounts, never()).failed(anyLong(), any());
    }

    @Test
    void offsets_are_noted_before_the_snapshot_and_ends_after_it_and_all_is_closed_at_the_end() {
        tick();

        InOrder order = inOrder(retainedEvents, recountSums, snapshots, reading, snapshot, recounts);
        order.verify(retainedEvents).committed();
        order.verify(recountSums).begin(ID);
        order.verify(snapshots).open();
        order.verify(retainedEvents).open();
        order.verify(reading).poll();
        order.verify(recountSums).addOnce(eq(ID), any());
        order.verify(snapshot).countsOf(TODAY);
        order.verify(recountSums).end(ID);
        order.verify(recounts).done(eq(ID), any());
        order.verify(reading).close();
        order.verify(snapshot).close();
        assertThat(transactions.commits()).isOne();
    }

    @Test
    void a_tick_without_a_request_does_nothing() {
        tick();
        tick();

        verify(snapshots, times(1)).open();
    }

    @Test
    void an_event_older_than_what_is_remembered_cannot_be_missing() {
        when(snapshot.handledAmong(any())).thenReturn(Set.of());
        Recount old = new Recount(
                ID,
                new RecountRange(TODAY.minusDays(60), TODAY.minusDays(39)),
                RecountState.RUNNING,
                NOW,
                NOW,
                null,
                null,
                null);
        when(recounts.claimNext(any())).thenReturn(Optional.of(old));
        RetainedRecord forgotten = view(0, NOW.minus(Duration.ofDays(46)));
        RetainedRecord remembered = view(1, NOW.minus(Duration.ofDays(43)));
        when(reading.poll()).thenReturn(List.of(forgotten, remembered));

        tick();

        verify(recountSums).meetOnce(ID, List.of(key(remembered)));
    }

    @Test
    void a_recount_that_fails_says_why_and_gives_back_what_it_held() {
        when(recountSums.addOnce(eq(ID), any())).thenThrow(new CannotAcquireLockException("the tables are locked"));

        tick();

        verify(recounts).failed(ID, "the tables are locked");
        verify(recounts, never()).done(anyLong(), any());
        verify(recountSums, times(1)).addOnce(eq(ID), any());
        assertThat(transactions.rollbacks()).isOne();
        verify(reading).close();
        verify(snapshot).close();
    }

    @Test
    void a_recount_that_cannot_begin_has_nothing_to_give_back() {
        when(retainedEvents.committed()).thenThrow(new IllegalStateException("Kafka is away"));

        tick();

        verify(recounts).failed(ID, "Kafka is away");
        verify(snapshots, never()).open();
    }

    private void tick() {
        producer.sendBody(triggerOf(RecountMetricsRoute.RECOUNT_REQUESTED), null);
    }

    private static EventKey key(RetainedRecord record) {
        return EventKey.of(
                Instant.parse(record.envelope().time()),
                UUID.fromString(record.envelope().id()));
    }

    private static RetainedRecord view(long offset, Instant time) {
        EventEnvelope envelope =
                new EventEnvelope(UUID.randomUUID().toString(), "ProductViewed", time.toString(), time);
        return new RetainedRecord("t", 0, offset, envelope, "{\"productId\":1}".getBytes(StandardCharsets.UTF_8));
    }
}
