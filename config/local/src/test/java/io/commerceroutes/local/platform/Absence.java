package io.commerceroutes.local.platform;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time between the end of a platform and its next start, for customers to wait out. */
final class Absence {
    private static final long LIMIT_SECONDS = 180;

    private volatile CountDownLatch back = new CountDownLatch(0);

    void begin() {
        back = new CountDownLatch(1);
    }

    void end() {
        back.countDown();
    }

    /** Returns at once while there is none. */
    void awaitEnd() {
        try {
            if (!back.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Still away after " + LIMIT_SECONDS + " s");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
