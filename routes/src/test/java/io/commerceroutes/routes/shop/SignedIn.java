package io.commerceroutes.routes.shop;

import io.commerceroutes.routes.http.Caller;

/** The caller that every request of a test comes from. */
public class SignedIn implements Caller {
    private volatile long userId = Shop.CUSTOMER;

    public void as(long otherUserId) {
        userId = otherUserId;
    }

    @Override
    public long userId() {
        return userId;
    }
}
