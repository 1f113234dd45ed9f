package io.commerceroutes.local;

import io.commerceroutes.embedded.FolderLock;
import java.util.concurrent.CountDownLatch;

/** Runs everything in one JVM, on embedded real servers: the target of {@code mvn spring-boot:run}. */
public final class LocalPlatform {
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_MISUSED = 2;

    private LocalPlatform() {}

    public static void main(String[] arguments) throws InterruptedException {
        Console console = new Console(System.out);
        LaunchOptions options;
        DataFolder data;
        try {
            options = LaunchOptions.parse(arguments, System.getenv());
            data = DataFolder.open(options.dataFolder(), options.logName());
        } catch (IllegalArgumentException misused) {
            console.say(misused.getMessage());
            System.exit(EXIT_MISUSED);
            return;
        }
        run(console, options, data);
    }

    private static void run(Console console, LaunchOptions options, DataFolder data) throws InterruptedException {
        RunningParts parts = new RunningParts(console);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("end-in-order").unstarted(parts::close));
        FolderLock lock = null;
        try {
            lock = options.has(LocalRole.SERVERS) ? data.lock() : null;
            if (options.fresh()) {
                data.empty();
            }
            PlatformLog.begin(data.log());
            new StartSequence(options, data, console, parts).run();
        } catch (RuntimeException failure) {
            if (!parts.isClosing()) {
                String line = new FailureLine(options.ports(), data).of(failure);
                parts.close();
                console.say(line);
            }
            System.exit(EXIT_FAILED);
        }
        new CountDownLatch(1).await();
        // Held until here, that is until this process ends.
        java.lang.ref.Reference.reachabilityFence(lock);
    }
}
