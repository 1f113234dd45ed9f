package io.commerceroutes.local.platform;

import io.commerceroutes.local.platform.Disturbances.Disturbance;
import io.commerceroutes.local.platform.Disturbances.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * Two collectors count mixed events around a year's end, late, repeated and bad ones among them, while each of them may
 * be killed or stand still, and Kafka and the database go away and come back. The build runs a short form. The full
 * one, 1,000,000 events, five SIGKILLs, two standstills of 20 s and 20 s without Kafka and without database, is
 * {@code mvn verify -pl config/local -am -Dit.test=CollectorDrillIT -Ddrill=full}; {@code -Ddrill.events=…} sets the
 * number. Events and disturbances come from a seed, which is printed; {@code -Ddrill.seed=…} repeats one.
 */
class CollectorDrillIT {
    private static final boolean FULL = "full".equals(System.getProperty("drill"));
    private static final int EVENTS = Integer.getInteger("drill.events", FULL ? 1_000_000 : 50_000);
    private static final int KILLS = FULL ? 5 : 1;
    private static final int STANDSTILLS = FULL ? 2 : 1;
    private static final long SESSION_MILLIS = FULL ? 10_000 : 6_000;
    /** Longer than the session with Kafka lasts. */
    private static final Duration STANDSTILL = Duration.ofSeconds(FULL ? 20 : 7);

    private static final Duration ABSENCE = Duration.ofSeconds(FULL ? 20 : 4);
    private static final Duration LIMIT = FULL ? Duration.ofMinutes(20) : Duration.ofMinutes(6);
    private static final String GROUP = "commerce-collector";
    private static final List<String> TOPICS = List.of(DrillEvent.ORDERS, DrillEvent.CATALOG);

    private final long seed = Long.getLong("drill.seed", System.nanoTime() % 1_000_000);
    private final Random random = new Random(seed);
    private final DrillEvents events = new DrillEvents(seed);
    private final DrillExpectation expectation = new DrillExpectation();
    private final Duration clockOffset = Duration.between(Instant.now(), DrillEvents.NOW);
    private final DrillLoad load =
            new DrillLoad(events, expectation, Clock.offset(Clock.systemUTC(), clockOffset), LIMIT);

    @Test
    void counts_equal_a_recount_whatever_befalls_collectors_kafka_and_the_database() throws Exception {
        System.out.printf("Collector drill: %,d events, seed %d%n", EVENTS, seed);
        Path data = Files.createTempDirectory(
                Files.createDirectories(Path.of("target/it").toAbsolutePath()), "collector-drill");
        try (DrillServers servers = new DrillServers(data)) {
            servers.start();
            try (CollectorPair collectors = new CollectorPair(data, servers, clockOffset, settings())) {
                collectors.start();
                long begun = System.nanoTime();
                CompletableFuture<Void> sending = CompletableFuture.runAsync(
                        () -> load.run(servers.bootstrapServers(), EVENTS), CollectorDrillIT::onItsOwnThread);
                disturb(servers, new Disturbances(servers, collectors, random, STANDSTILL, ABSENCE));
                sending.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
                CollectorProgress.awaitAllCommitted(servers.bootstrapServers(), GROUP, TOPICS, LIMIT);
                print(begun);
                collectors.requireAllAlive();
            }
            new CollectorBooks(servers).assertEqual(expectation, load.spoiled());
        }
        // Stays where it is when the test fails, with the logs.
        FileSystemUtils.deleteRecursively(data);
    }

    /** Not of the common pool, which is small here and tells of ended processes. */
    private static void onItsOwnThread(Runnable task) {
        Thread.ofPlatform().daemon().name("drill-load").start(task);
    }

    private static Map<String, Object> settings() {
        return Map.of(
                // A batch is soon left to Kafka.
                "commerce.metrics.retries", "1",
                "commerce.metrics.accepted-lateness", "10d",
                "commerce.metrics.handled-retention", "45d",
                "commerce.metrics.session-timeout-millis", SESSION_MILLIS);
    }

    /** Each disturbance comes while the first half of a share of the events is counted and the second half is sent. */
    private void disturb(DrillServers servers, Disturbances disturbances) throws Exception {
        List<Kind> kinds = disturbances.inRandomOrder(KILLS, STANDSTILLS);
        int half = EVENTS / kinds.size() / 2;
        try (DrillProgress progress = new DrillProgress(servers.bootstrapServers(), GROUP, LIMIT)) {
            for (int i = 0; i < kinds.size(); i++) {
                Disturbance disturbance = disturbances.prepare(kinds.get(i));
                load.release(half);
                long committed = progress.await((long) ((2 * i + 0.1 + 0.7 * random.nextDouble()) * half));
                load.release(half);
                long from = System.nanoTime();
                String what = disturbance.cause();
                System.out.printf(
                        "%s at record %,d, over after %.1f s%n", what, committed, (System.nanoTime() - from) / 1e9);
            }
        }
        load.release(EVENTS - 2 * half * kinds.size());
    }

    private void print(long begun) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%,d records (%,d repeated, %,d late, %,d bad), %,d events counted once, in %.1f s: %,.0f a second, "
                        + "disturbances included; business days %s to %s%n",
                EVENTS,
                events.repeated(),
                events.late(),
                load.spoiled().size(),
                expectation.handled(),
                seconds,
                EVENTS / seconds,
                expectation.days().getFirst(),
                expectation.days().getLast());
    }
}
