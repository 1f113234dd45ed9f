package io.commerceroutes.local.platform;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time between the end of a platform and its next start, for customers to wait out. */
public final class Absence {
    private static final long LIMIT_SECONDS = 360;

    private volatile CountDownLatch back = new CountDownLatch(0);

    public void begin() {
        back = new CountDownLatch(1);
    }

    public void end() {
        back.countDown();
    }

    /** Whether it lasts. */
    public boolean isNow() {
        return back.getCount() > 0;
    }

    /** Returns at once while there is none. */
    public void awaitEnd() {
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
