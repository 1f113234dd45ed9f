package io.commerceroutes.adapters.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.adapters.product.ProductSource.Reading;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;
import io.commerceroutes.domain.product.SearchText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.QueryTimeoutException;

/** What is kept, for how long, and what is read when it is no longer valid. */
@Timeout(60)
class KeptReadingsTest {
    private static final Reading.InOrder ALL = new Reading.InOrder(Optional.empty(), ProductSort.LATEST);
    private static final Reading TEA = new Reading.OfText(SearchText.of("tea"));
    private static final Instant FIRST = Instant.parse("2026-11-22T03:04:05.000006Z");
    private static final Instant LATER = FIRST.plusNanos(1_000);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Source source = new Source();
    private final AtomicLong nanoTime = new AtomicLong();
    private final KeptReadings kept = new KeptReadings(source, 1, LONG, nanoTime::get);

    @AfterEach
    void release() {
        source.gate.countDown();
    }

    /** Has as many products as it is told, and tells which one changed. */
    private static final class Source implements ProductSource {
        private final List<String> reads = new CopyOnWriteArrayList<>();
        private CountDownLatch gate = new CountDownLatch(0);
        private volatile Instant revision = FIRST;
        private volatile int products = 3;
        private volatile boolean away;
        private volatile Optional<List<ChangedProduct>> changed = Optional.of(List.of());

        @Override
        public Found read(Reading reading) {
            reads.add("whole");
            try {
                gate.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            if (away) {
                throw new IllegalStateException("away");
            }
            long[] rows = new long[2 * products];
            for (int i = 0; i < products; i++) {
                rows[2 * i] = products - i;
            }
            return new Found(new OrderedIds(ALL, rows), revision);
        }

        @Override
        public Optional<List<ChangedProduct>> changedSince(Instant revision) {
            reads.add("since " + revision);
            return changed;
        }
    }

    private static List<Long> ids(FoundProducts found) {
        return found.page(new ProductQuery(Optional.empty(), Optional.empty(), ProductSort.LATEST, 0, 10))
                .productIds();
    }

    @Test
    void what_was_read_stands_for_its_revision_and_those_before_it() {
        source.revision = LATER;
        FoundProducts read = kept.get(ALL, LATER, LONG);

        assertThat(kept.get(ALL, LATER, LONG)).isSameAs(read);
        assertThat(kept.get(ALL, FIRST, LONG)).isSameAs(read);
        assertThat(kept.peek(ALL)).containsSame(read);
        assertThat(kept.peek(TEA)).isEmpty();
        assertThat(kept.get(TEA, LATER, LONG)).isNotSameAs(read);
        assertThat(source.reads).containsExactly("whole", "whole");
    }

    @Test
    void after_a_change_only_what_was_changed_is_read() {
        kept.get(ALL, FIRST, LONG);
        source.changed = Optional.of(List.of(new ChangedProduct(7, 1, 100, 0, "tea")));

        assertThat(ids(kept.get(ALL, LATER, LONG))).containsExactly(7L, 3L, 2L, 1L);
        assertThat(ids(kept.get(ALL, LATER, LONG))).hasSize(4);
        assertThat(source.reads).containsExactly("whole", "since " + FIRST);
    }

    @Test
    void after_too_many_changes_all_is_read() {
        kept.get(ALL, FIRST, LONG);
        source.changed = Optional.empty();
        source.products = 5;

        assertThat(ids(kept.get(ALL, LATER, LONG))).hasSize(5);
    }

    @Test
    void what_is_too_old_is_read_again_though_the_revision_stands() {
        FoundProducts old = kept.get(ALL, FIRST, LONG);

        assertThat(kept.get(ALL, FIRST, Duration.ZERO)).isNotSameAs(old);
        assertThat(source.reads).containsExactly("whole", "whole");
    }

    @Test
    void what_is_half_as_old_as_it_may_be_is_read_again_aside_and_nobody_waits() {
        FoundProducts old = kept.get(ALL, FIRST, LONG);
        source.gate = new CountDownLatch(1);
        nanoTime.addAndGet(LONG.toNanos() / 2 - 1);
        assertThat(kept.get(ALL, FIRST, LONG)).isSameAs(old);
        assertThat(source.reads).hasSize(1);

        nanoTime.incrementAndGet();
        assertThat(kept.get(ALL, FIRST, LONG)).isSameAs(old);
        await().until(() -> source.reads.size() == 2);
        assertThat(kept.get(ALL, FIRST, LONG)).isSameAs(old);
        source.gate.countDown();

        await().until(() -> kept.get(ALL, FIRST, LONG) != old);
        assertThat(source.reads).containsExactly("whole", "whole");
    }

    @Test
    void only_one_is_read_aside_at_a_time() {
        kept.get(ALL, FIRST, LONG);
        kept.get(TEA, FIRST, LONG);
        source.gate = new CountDownLatch(1);
        nanoTime.addAndGet(LONG.toNanos() / 2);

        kept.get(ALL, FIRST, LONG);
        await().until(() -> source.reads.size() == 3);
        kept.get(TEA, FIRST, LONG);
        source.gate.countDown();

        await().until(() -> {
            kept.get(TEA, FIRST, LONG);
            return source.reads.size() == 4;
        });
    }

    @Test
    void nobody_else_waits_while_what_is_too_old_is_read_again() throws Exception {
        FoundProducts old = kept.get(ALL, FIRST, LONG);
        source.gate = new CountDownLatch(1);
        try (ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<FoundProducts> again = reader.submit(() -> kept.get(ALL, FIRST, Duration.ZERO));
            await().until(() -> source.reads.size() == 2);

            assertThat(kept.get(ALL, FIRST, Duration.ZERO)).isSameAs(old);
            source.gate.countDown();
            assertThat(again.get(30, TimeUnit.SECONDS)).isNotSameAs(old);
        }
        assertThat(source.reads).hasSize(2);
    }

    @Test
    void all_who_ask_at_once_wait_for_one_reading() throws Exception {
        source.gate = new CountDownLatch(1);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<FoundProducts>> asking = new ArrayList<>();
            IntStream.range(0, 50).forEach(i -> asking.add(readers.submit(() -> kept.get(ALL, FIRST, LONG))));
            await().until(() -> !source.reads.isEmpty());
            source.gate.countDown();
            for (Future<FoundProducts> one : asking) {
                assertThat(ids(one.get())).hasSize(3);
            }
        }
        assertThat(source.reads).containsExactly("whole");
    }

    @Test
    void nobody_waits_for_a_reading_without_end() throws Exception {
        KeptReadings impatient = new KeptReadings(source, 1, Duration.ofMillis(50), nanoTime::get);
        source.gate = new CountDownLatch(1);
        try (ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<FoundProducts> first = reader.submit(() -> impatient.get(ALL, FIRST, LONG));
            await().until(() -> !source.reads.isEmpty());

            assertThatThrownBy(() -> impatient.get(ALL, FIRST, LONG)).isInstanceOf(QueryTimeoutException.class);
            source.gate.countDown();
            assertThat(ids(first.get(30, TimeUnit.SECONDS))).hasSize(3);
        }
    }

    @Test
    void a_failure_is_told_and_not_kept() {
        source.away = true;
        assertThatThrownBy(() -> kept.get(ALL, FIRST, LONG)).hasMessage("away");
        source.away = false;

        assertThat(ids(kept.get(ALL, FIRST, LONG))).hasSize(3);
    }

    @Test
    void only_so_much_is_kept() {
        source.products = 1024 * 1024 / 2 / 16;
        for (ProductSort sort : ProductSort.values()) {
            kept.get(new Reading.InOrder(Optional.empty(), sort), FIRST, LONG);
        }

        await().untilAsserted(() -> assertThat(kept.bytes()).isBetween(1L, 1024L * 1024));
    }
}
