package io.commerceroutes.embedded;

import java.util.function.Supplier;

/** A server that is started when first asked for, and never after it was closed. */
final class Once<T extends AutoCloseable> implements AutoCloseable {
    private final Supplier<T> start;
    private T started;
    private boolean closed;

    Once(Supplier<T> start) {
        this.start = start;
    }

    synchronized T get() {
        if (closed) {
            throw new IllegalStateException("Already closed");
        }
        if (started == null) {
            started = start.get();
        }
        return started;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (started != null) {
            try {
                started.close();
            } catch (Exception e) {
                throw new IllegalStateException("Not closed in order", e);
            }
        }
    }
}
