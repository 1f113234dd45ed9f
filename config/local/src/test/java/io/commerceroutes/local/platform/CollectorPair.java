package io.commerceroutes.local.platform;

import static org.awaitility.Awaitility.await;

import io.commerceroutes.embedded.LocalPort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Two collectors in one consumer group, each in a JVM of its own; one that was killed is started again. */
final class CollectorPair implements AutoCloseable {
    private static final int COLLECTORS = 2;
    private static final Duration READY_LIMIT = Duration.ofSeconds(300);

    private final Path folder;
    private final String[] arguments;
    private final List<RoleProcess> collectors = new ArrayList<>();

    /** @param clockOffset how much later it is to the collectors */
    CollectorPair(Path folder, DrillServers servers, Duration clockOffset, Map<String, Object> ownSettings) {
        this.folder = folder;
        Map<String, Object> settings = new HashMap<>(ownSettings);
        settings.put("drill.clock-offset", clockOffset);
        settings.put("ANALYTICS_DB_URL", servers.jdbcUrl());
        settings.put("ANALYTICS_DB_USER", servers.user());
        settings.put("ANALYTICS_DB_PASSWORD", servers.password());
        settings.put("camel.component.kafka.brokers", servers.bootstrapServers());
        // Nobody listens there: counting does without.
        settings.put("spring.data.redis.url", "redis://127.0.0.1:" + LocalPort.free());
        TestKeys keys = TestKeys.in(folder.resolve("keys"));
        settings.put("spring.security.oauth2.resourceserver.jwt.public-key-location", keys.publicKeyLocation());
        settings.put("commerce.auth.local-private-key-location", keys.privateKeyLocation());
        settings.put("server.address", "127.0.0.1");
        settings.put("spring.jmx.enabled", "false");
        arguments = settings.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    void start() throws IOException {
        for (int which = 0; which < COLLECTORS; which++) {
            collectors.add(startOne(which));
        }
        awaitAllReady();
    }

    private RoleProcess startOne(int which) throws IOException {
        return RoleProcess.start("collector-" + (which + 1), folder, ShiftedCollector.class, arguments);
    }

    void awaitAllReady() {
        collectors.forEach(RoleProcess::awaitReady);
    }

    /** One that was killed may still be starting, but none has ended by itself. */
    void requireAllAlive() {
        collectors.forEach(RoleProcess::requireAlive);
    }

    /** Those that serve; waits for the first one. */
    List<Integer> ready() {
        return await().atMost(READY_LIMIT).until(this::readyNow, ready -> !ready.isEmpty());
    }

    private List<Integer> readyNow() {
        return IntStream.range(0, COLLECTORS)
                .filter(which -> collectors.get(which).isReady())
                .boxed()
                .toList();
    }

    void killAndStartAgain(int which) throws Exception {
        collectors.get(which).kill();
        collectors.set(which, startOne(which));
    }

    /** SIGSTOP, and SIGCONT after the while. */
    void standStill(int which, Runnable aWhile) throws Exception {
        collectors.get(which).pause();
        aWhile.run();
        collectors.get(which).resume();
    }

    @Override
    public void close() throws InterruptedException {
        for (RoleProcess collector : collectors) {
            collector.close();
        }
    }
}
