package io.commerceroutes.embedded;

import static org.apache.kafka.metadata.properties.MetaPropertiesEnsemble.META_PROPERTIES_NAME;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Kafka broker and its controller (KRaft) inside this JVM; keeps its logs in a folder, serves this machine only. */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);
    private static final String SERVER_NAME = "Kafka";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final KafkaSettings settings;
    private final FolderLock lock;
    private final KafkaRaftServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedKafka(KafkaSettings settings, FolderLock lock, KafkaRaftServer server) {
        this.settings = settings;
        this.lock = lock;
        this.server = server;
    }

    /**
     * Starts the broker and returns when it serves.
     *
     * @throws PortTakenException when somebody else listens on the port
     * @throws FolderInUseException when another living process has the folder
     */
    public static EmbeddedKafka start(KafkaSettings settings) {
        FolderLock lock = FolderLock.take(settings.folder());
        try {
            LocalPort.requireFree(settings.port(), settings.portSetting());
            exitInOrderOnFatalErrors();
            format(settings);
            KafkaConfig config = KafkaConfig.fromProps(BrokerProperties.of(settings, LocalPort.free()), false);
            return new EmbeddedKafka(settings, lock, started(new KafkaRaftServer(config, Time.SYSTEM)));
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static KafkaRaftServer started(KafkaRaftServer server) {
        try {
            server.startup();
            return server;
        } catch (RuntimeException e) {
            shutDown(server);
            throw new ServerStartException(SERVER_NAME, e.getMessage(), e);
        }
    }

    /** Writes the identity of a new cluster; leaves one that is there alone. */
    private static void format(KafkaSettings settings) {
        String logFolder = BrokerProperties.logFolder(settings);
        if (Files.exists(Path.of(logFolder, META_PROPERTIES_NAME))) {
            return;
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        try (PrintStream printed = new PrintStream(messages, true, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(printed)
                    .setNodeId(BrokerProperties.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(logFolder))
                    .setMetadataLogDirectory(logFolder)
                    .setControllerListenerName(BrokerProperties.CONTROLLER)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .run();
        } catch (Exception e) {
            throw new ServerStartException(SERVER_NAME, messages.toString(StandardCharsets.UTF_8), e);
        }
    }

    /** Kafka halts the JVM on a fatal error, past all shutdown hooks; with us, others in it must be able to close. */
    private static void exitInOrderOnFatalErrors() {
        Exit.Procedure inOrder = (status, message) -> {
            LOG.error("Kafka ends this process: {}", message);
            Thread.ofPlatform()
                    .name("kafka-fatal-exit")
                    .start(() -> Runtime.getRuntime().exit(status));
        };
        Exit.setHaltProcedure(inOrder);
        Exit.setExitProcedure(inOrder);
    }

    public int port() {
        return settings.port();
    }

    public String bootstrapServers() {
        return LocalPort.HOST + ":" + settings.port();
    }

    /** Shuts the broker down in order, in bounded time; does nothing the second time. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            shutDown(server);
            lock.close();
        }
    }

    private static void shutDown(KafkaRaftServer server) {
        CompletableFuture<Void> shutdown = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("kafka-shutdown").start(() -> {
            try {
                server.shutdown();
                shutdown.complete(null);
            } catch (RuntimeException e) {
                shutdown.completeExceptionally(e);
            }
        });
        try {
            shutdown.orTimeout(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            Object reason = e.getCause() instanceof TimeoutException ? "still busy after " + STOP_LIMIT : e.getCause();
            LOG.warn("Kafka did not shut down in order: {}", reason);
        }
    }
}
