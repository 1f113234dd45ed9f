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

    /** One of them, with all that it takes. */
    interface Disturbance {
        /** Returns once it is over, though a collector that was killed may still be starting; says what it was. */
        String cause() throws Exception;
    }

    private final DrillServers servers;
    private final CollectorPair collectors;
    private final Random random;
    private final Duration standstill;
    private final Duration absence;

    Disturbances(DrillServers servers, CollectorPair collectors, Random random, Duration standstill, Duration absence) {
        this.servers = servers;
        this.collectors = collectors;
        this.random = random;
        this.standstill = standstill;
        this.absence = absence;
    }

    /** As many of each as said, Kafka and database once. */
    List<Kind> inRandomOrder(int kills, int standstills) {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.KAFKA_AWAY, Kind.DATABASE_AWAY));
        kinds.addAll(Collections.nCopies(kills, Kind.KILL));
        kinds.addAll(Collections.nCopies(standstills, Kind.STAND_STILL));
        Collections.shuffle(kinds, random);
        return kinds;
    }

    /** Waits until everybody whom it takes is there; says who it will be. */
    Disturbance prepare(Kind kind) {
        return switch (kind) {
            case KILL -> kill(oneThatServes());
            case STAND_STILL -> standStill(oneThatServes());
            case KAFKA_AWAY -> {
                collectors.awaitAllReady();
                yield this::doWithoutKafka;
            }
            case DATABASE_AWAY -> {
                // A collector does not start without its database.
                collectors.awaitAllReady();
                yield this::doWithoutDatabase;
            }
        };
    }

    private Disturbance kill(int which) {
        return () -> {
            collectors.killAndStartAgain(which);
            return "SIGKILL of collector " + (which + 1);
        };
    }

    private Disturbance standStill(int which) {
        return () -> {
            collectors.standStill(which, () -> pass(standstill));
            return "SIGSTOP of collector %d for %d s".formatted(which + 1, standstill.toSeconds());
        };
    }

    private String doWithoutKafka() {
        servers.stopKafka();
        pass(absence);
        servers.startKafka();
        return "Kafka away for %d s".formatted(absence.toSeconds());
    }

    private String doWithoutDatabase() throws Exception {
        servers.killDatabase();
        pass(absence);
        servers.startDatabase();
        return "SIGKILL of the database, away for %d s".formatted(absence.toSeconds());
    }

    private int oneThatServes() {
        List<Integer> ready = collectors.ready();
        return ready.get(random.nextInt(ready.size()));
    }

    private static void pass(Duration length) {
        await().pollDelay(length).atMost(length.plusSeconds(60)).until(() -> true);
    }
}
