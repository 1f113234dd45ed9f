package io.commerceroutes.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Database, Kafka and Redis on free ports in one folder, each started when first asked for.
 *
 * <p>Tests take {@link #shared()}: {@code EmbeddedServers.shared().database().jdbcUrl("orders")} is all it needs; the
 * user may create schemas.
 */
public final class EmbeddedServers implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    /** The servers that can be asked for. */
    public enum Kind {
        DATABASE,
        KAFKA,
        REDIS
    }

    private final Once<EmbeddedDatabase> database;
    private final Once<EmbeddedKafka> kafka;
    private final Once<EmbeddedRedis> redis;

    private EmbeddedServers(Path folder, String... schemas) {
        database = new Once<>(() -> EmbeddedDatabase.start(new DatabaseSettings(
                folder.resolve("mysql"), LocalPort.free(), "a free port", "commerce", "commerce", List.of(schemas))));
        kafka = new Once<>(
                () -> EmbeddedKafka.start(KafkaSettings.of(folder.resolve("kafka"), LocalPort.free(), "a free port")));
        redis = new Once<>(
                () -> EmbeddedRedis.start(new RedisSettings(folder.resolve("redis"), LocalPort.free(), "a free port")));
    }

    /** Servers that keep their data in that folder; nothing is started yet. */
    public static EmbeddedServers in(Path folder, String... schemas) {
        return new EmbeddedServers(folder, schemas);
    }

    /** The servers of this JVM, in a folder under {@code target} that goes when the JVM ends. */
    public static EmbeddedServers shared() {
        return SharedServers.INSTANCE;
    }

    /** Starts the named ones side by side and returns when all serve; all three if none is named. */
    public EmbeddedServers start(Kind... kinds) {
        List<Kind> wanted = kinds.length == 0 ? List.of(Kind.values()) : Arrays.asList(kinds);
        List<CompletableFuture<Void>> starts = wanted.stream()
                .map(kind -> CompletableFuture.runAsync(() -> once(kind).get(), Thread::startVirtualThread))
                .toList();
        try {
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
            return this;
        } catch (CompletionException e) {
            close();
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    /** Ends the servers that a killed JVM left behind in such a folder, if there are any. */
    public static void stopLeftBehind(Path folder) {
        List.of("mysql", "redis").forEach(server -> LeftBehind.stop(folder.resolve(server), STOP_LIMIT));
    }

    private Once<?> once(Kind kind) {
        return switch (kind) {
            case DATABASE -> database;
            case KAFKA -> kafka;
            case REDIS -> redis;
        };
    }

    public EmbeddedDatabase database() {
        return database.get();
    }

    public EmbeddedKafka kafka() {
        return kafka.get();
    }

    public EmbeddedRedis redis() {
        return redis.get();
    }

    /** Ends those that were started; they cannot be started again. */
    @Override
    public void close() {
        kafka.close();
        redis.close();
        database.close();
    }
}
