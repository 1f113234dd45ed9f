package io.commerceroutes.app.limit;

import io.github.bucket4j.TimeMeter;

/** No time passes, so that nothing is refilled however long a test takes. */
final class StillTime implements TimeMeter {
    @Override
    public long currentTimeNanos() {
        return 0;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
