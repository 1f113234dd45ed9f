package io.commerceroutes.routes.shop;

import io.commerceroutes.routes.http.FailureKinds;
import java.util.stream.Stream;

/** Failures of servers, as tests throw them; their messages are inside knowledge that no answer may show. */
public final class TechnicalFailure {
    public static final String INSIDE_KNOWLEDGE = "SELECT secret FROM payment";

    private TechnicalFailure() {}

    /** A deadlock, say. */
    public static RuntimeException conflict() {
        return new Conflict();
    }

    /** A server is away. */
    public static RuntimeException outage() {
        return new IllegalStateException(INSIDE_KNOWLEDGE, new Outage());
    }

    /** Kafka takes no record of that size. */
    public static RuntimeException tooLarge() {
        return new TooLarge();
    }

    /** What nobody reckoned with. */
    public static RuntimeException unexpected() {
        return new IllegalStateException(INSIDE_KNOWLEDGE);
    }

    private static final class Conflict extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Conflict() {
            super(INSIDE_KNOWLEDGE);
        }
    }

    private static final class Outage extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Outage() {
            super(INSIDE_KNOWLEDGE);
        }
    }

    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super(INSIDE_KNOWLEDGE);
        }
    }

    /** Tells them apart, also when they are wrapped. */
    public static class Kinds implements FailureKinds {
        @Override
        public boolean isConflict(Throwable failure) {
            return causes(failure).anyMatch(Conflict.class::isInstance);
        }

        @Override
        public boolean isOutage(Throwable failure) {
            return causes(failure).anyMatch(Outage.class::isInstance);
        }

        @Override
        public boolean isTooLarge(Throwable failure) {
            return causes(failure).anyMatch(TooLarge.class::isInstance);
        }

        private static Stream<Throwable> causes(Throwable failure) {
            return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                    .limit(20);
        }
    }
}
