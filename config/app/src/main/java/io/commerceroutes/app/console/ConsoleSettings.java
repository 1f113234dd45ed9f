package io.commerceroutes.app.console;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The operators' console.
 *
 * @param user who may log in; empty for nobody
 * @param passwordHash of that user's password, by bcrypt; empty for nobody
 * @param sessionIdleMax how long a login lasts without a request
 * @param sessionPrefix of all keys in Redis; the same for all roles, so that one login is good for all
 * @param redisTimeout how long a request of the console waits for Redis
 */
@ConfigurationProperties("commerce.console")
record ConsoleSettings(
        String user, String passwordHash, Duration sessionIdleMax, String sessionPrefix, Duration redisTimeout) {
    boolean hasOperator() {
        return !user.isBlank() && !passwordHash.isBlank();
    }
}
