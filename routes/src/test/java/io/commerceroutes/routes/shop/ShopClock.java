package io.commerceroutes.routes.shop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until time is let pass. */
public class ShopClock extends Clock {
    private volatile Instant now = Shop.NOW;

    public void pass(Duration time) {
        now = now.plus(time);
    }

    void reset() {
        now = Shop.NOW;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
