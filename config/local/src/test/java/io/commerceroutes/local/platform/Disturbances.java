package io.commerceroutes.local.platform;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What may befall two collectors, their Kafka and their database. */
final class Disturbances {
    enum Kind {
        /** SIGKILL of a collector that serves; it is started again at once. */
        KILL,
        /** SIGSTOP of a collector that serves, for longer than its session with Kafka lasts; then SIGCONT. */
        STAND_STILL,
        /** Kafka is shut down in order, and is away. */
        KAFKA_AWAY,
        /** SIGKILL of the database, which is away. */
        DATABASE_AWAY
    }

    private final DrillServers servers;
    private final CollectorPair collectors;
    private final Random random;
    private final Duration length;

    /** @param length of standing still and of being away */
    Disturbances(DrillServers servers, CollectorPair collectors, Random random, Duration length) {
        this.servers = servers;
        this.collectors = collectors;
        this.random = random;
        this.length = length;
    }

    /** As many of each as said, Kafka and database once. */
    List<Kind> inRandomOrder(int kills, int standstills) {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.KAFKA_AWAY, Kind.DATABASE_AWAY));
        kinds.addAll(Collections.nCopies(kills, Kind.KILL));
        kinds.addAll(Collections.nCopies(standstills, Kind.STAND_STILL));
        Collections.shuffle(kinds, random);
        return kinds;
    }

    /** Returns once it is over; a collector that was killed may still be starting. */
    String cause(Kind kind, Runnable atItsBegin) throws Exception {
        return switch (kind) {
            case KILL -> {
                int which = oneThatServes();
                atItsBegin.run();
                collectors.killAndStartAgain(which);
                yield "SIGKILL of collector " + (which + 1);
            }
            case STAND_STILL -> {
                int which = oneThatServes();
                atItsBegin.run();
                collectors.standStill(which, this::pass);
                yield "SIGSTOP of collector %d for %d s".formatted(which + 1, length.toSeconds());
            }
            case KAFKA_AWAY -> {
                collectors.awaitAllReady();
                atItsBegin.run();
                servers.stopKafka();
                pass();
                servers.startKafka();
                yield "Kafka away for %d s".formatted(length.toSeconds());
            }
            case DATABASE_AWAY -> {
                // A collector does not start without its database.
                collectors.awaitAllReady();
                atItsBegin.run();
                servers.killDatabase();
                pass();
                servers.startDatabase();
                yield "SIGKILL of the database, away for %d s".formatted(length.toSeconds());
            }
        };
    }

    private int oneThatServes() {
        List<Integer> ready = collectors.ready();
        return ready.get(random.nextInt(ready.size()));
    }

    private void pass() {
        await().pollDelay(length).atMost(length.plusSeconds(10)).until(() -> true);
    }
}
