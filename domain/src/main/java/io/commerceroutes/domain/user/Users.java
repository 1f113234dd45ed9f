package io.commerceroutes.domain.user;

import java.time.Instant;
import java.util.Optional;

/** The registered customers. */
public interface Users {
    Optional<User> find(long userId);

    /**
     * Registers a customer with an empty point account. Part of the caller's transaction.
     *
     * @throws UserExists if the login id or the email is taken; the transaction must roll back
     */
    User register(String loginId, String email, Instant at);

    /** Login id or email is taken. */
    final class UserExists extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UserExists(Throwable cause) {
            super("Login id or email is taken", cause, false, false);
        }
    }
}
