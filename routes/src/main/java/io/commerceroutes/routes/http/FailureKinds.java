package io.commerceroutes.routes.http;

import org.apache.camel.Exchange;

/** Tells technical failures apart by what a caller can do about them; knows the servers' exceptions so that routes need not. */
public interface FailureKinds {
    /** Another transaction was in the way (deadlock, lock wait): the whole transaction may be repeated. */
    boolean isConflict(Throwable failure);

    /** What the exchange failed by was a conflict. */
    default boolean isConflict(Exchange exchange) {
        return isConflict(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }

    /** A server that we need is away: the request may be sent again later. */
    boolean isOutage(Throwable failure);

    /** Kafka takes no record of that size, however often it is sent. */
    boolean isTooLarge(Throwable failure);
}
