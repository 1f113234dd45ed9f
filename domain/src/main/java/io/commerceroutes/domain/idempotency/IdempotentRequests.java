package io.commerceroutes.domain.idempotency;

import java.time.Instant;
import java.util.Optional;

/** Keys that were used, with the answers to replay. */
public interface IdempotentRequests {
    /**
     * Takes the key for the caller's transaction; it is free again if that rolls back. Waits for an equal request that
     * still runs, for a bounded time.
     *
     * @throws KeyUsed if an answer is stored under it
     * @throws RequestInProgress if the equal request goes on running
     */
    void claim(IdempotencyKey key);

    /** Stores the answer under a key that this transaction has claimed. */
    void store(IdempotencyKey key, StoredAnswer answer);

    Optional<StoredAnswer> find(IdempotencyKey key);

    /** Forgets up to {@code limit} of the keys that were claimed before the moment, the oldest first; answers how many it found. */
    int forgetBefore(Instant moment, int limit);

    /** The key's effect has been committed before. */
    final class KeyUsed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public KeyUsed(Throwable cause) {
            super("The idempotency key has been used", cause, false, false);
        }
    }

    /** An equal request is still running. */
    final class RequestInProgress extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RequestInProgress(Throwable cause) {
            super("A request with this idempotency key is still running", cause, false, false);
        }
    }
}
