package io.commerceroutes.adapters.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.domain.product.Product;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/** What happens when many ask for the same. */
class ManyReadersIT {
    private static final int READERS = 100;
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final RedisConnection redis = RedisConnection.open();
    private final CountedCatalogue catalogue = new CountedCatalogue().with(10);
    private final Storefronts storefronts = new Storefronts(redis, catalogue, CircuitBreaker.ofDefaults("redis"));
    private final CachedStorefront storefront = storefronts.open(SHORT);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS, this::thread);

    @AfterEach
    void disconnect() {
        release.countDown();
        readers.shutdownNow();
        redis.close();
    }

    @Test
    void a_hundred_readers_of_one_expired_product_make_one_load() throws Exception {
        storefront.find(7);
        catalogue.stock(7, 9);
        expire();
        catalogue.forgetStatements();
        catalogue.during("numbers", this::untilAllWait);

        List<Future<Optional<Product>>> found = rush(storefront, READERS);

        for (Future<Optional<Product>> one : found) {
            assertThat(one.get(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .map(Product::stock)
                    .contains(9L);
        }
        assertThat(catalogue.statements()).isOne();
    }

    @Test
    void the_others_learn_that_the_load_failed_and_the_next_one_loads_again() throws Exception {
        catalogue.during("numbers", () -> {
            untilAllWait();
            throw new IllegalStateException("away");
        });

        for (Future<Optional<Product>> one : rush(storefront, READERS)) {
            assertThat(one)
                    .failsWithin(LIMIT)
                    .withThrowableOfType(ExecutionException.class)
                    .havingCause()
                    .withMessage("away");
        }
        assertThat(catalogue.statements()).isOne();
        catalogue.during("numbers", () -> {});
        assertThat(storefront.find(7)).isPresent();
    }

    @Test
    void nobody_waits_for_a_load_without_end() throws Exception {
        CachedStorefront impatient = storefronts.open(SHORT, Duration.ofMillis(100));
        catalogue.during("numbers", this::untilReleased);
        Future<Optional<Product>> loading = rush(impatient, 1).getFirst();
        await().until(() -> catalogue.statements("numbers") == 1);

        assertThat(rush(impatient, 1).getFirst())
                .failsWithin(LIMIT)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(QueryTimeoutException.class);
        release.countDown();
        assertThat(loading.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isPresent();
    }

    private List<Future<Optional<Product>>> rush(CachedStorefront asked, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> readers.submit(() -> find(asked)))
                .toList();
    }

    private Optional<Product> find(CachedStorefront asked) {
        waiting.incrementAndGet();
        return asked.find(7);
    }

    /** All the others have come as far as they can. */
    private void untilAllWait() {
        await().atMost(LIMIT)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> waiting.get() == READERS
                        && threads.stream().filter(ManyReadersIT::waits).count() == READERS - 1);
    }

    private static boolean waits(Thread reader) {
        return reader != Thread.currentThread() && reader.getState() == Thread.State.TIMED_WAITING;
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        threads.add(thread);
        return thread;
    }

    private void untilReleased() {
        try {
            release.await();
        } catch (InterruptedException stopped) {
            throw new CompletionException(stopped);
        }
    }

    private void expire() {
        await().pollDelay(SHORT.plusMillis(1)).until(() -> true);
    }
}
