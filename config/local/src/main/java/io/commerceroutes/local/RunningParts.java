package io.commerceroutes.local;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Starts parts side by side and ends them one after another, also those that are still starting. */
final class RunningParts implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(40);

    private final Console console;
    private final Map<Part, CompletableFuture<AutoCloseable>> parts = new EnumMap<>(Part.class);
    private boolean closing;

    RunningParts(Console console) {
        this.console = console;
    }

    /** Starts it in a thread of its own, unless everything is being ended already. */
    CompletableFuture<AutoCloseable> start(Part part, String address, Supplier<AutoCloseable> starter) {
        CompletableFuture<AutoCloseable> started = new CompletableFuture<>();
        synchronized (parts) {
            if (closing) {
                throw new CancellationException("Being ended");
            }
            parts.put(part, started);
        }
        console.starting(part, address);
        Thread.ofPlatform().name("start-" + part.title()).start(() -> {
            long begun = System.nanoTime();
            try {
                AutoCloseable server = starter.get();
                console.ready(part, address, since(begun));
                started.complete(server);
            } catch (Throwable reason) {
                started.completeExceptionally(new PartFailedException(part, reason));
            }
        });
        return started;
    }

    /** Returns when all are ready, or with the first failure as soon as there is one. */
    static void awaitReady(Collection<CompletableFuture<AutoCloseable>> started) {
        CompletableFuture<Void> firstFailure = new CompletableFuture<>();
        started.forEach(part -> part.whenComplete((server, failure) -> {
            if (failure != null) {
                firstFailure.completeExceptionally(failure);
            }
        }));
        CompletableFuture<Void> all = CompletableFuture.allOf(started.toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, firstFailure)
                    .orTimeout(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof PartFailedException failed ? failed : e;
        }
    }

    boolean isClosing() {
        synchronized (parts) {
            return closing;
        }
    }

    /** Ends every part in its turn, in bounded time each; does nothing the second time. */
    @Override
    public void close() {
        Map<Part, CompletableFuture<AutoCloseable>> toClose;
        synchronized (parts) {
            closing = true;
            toClose = new EnumMap<>(parts);
            parts.clear();
        }
        toClose.forEach(this::close);
    }

    private void close(Part part, CompletableFuture<AutoCloseable> started) {
        long begun = System.nanoTime();
        CompletableFuture<Void> closed = started.thenAcceptAsync(
                RunningParts::closeQuietly,
                task -> Thread.ofPlatform()
                        .daemon()
                        .name("close-" + part.title())
                        .start(task));
        try {
            closed.orTimeout(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
            console.closed(part, since(begun));
        } catch (CompletionException e) {
            if (!started.isCompletedExceptionally()) {
                console.say("  %s did not end in order: %s".formatted(part.title(), e.getCause()));
            }
        }
    }

    private static void closeQuietly(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
