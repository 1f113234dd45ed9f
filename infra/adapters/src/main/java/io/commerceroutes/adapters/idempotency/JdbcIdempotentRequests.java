package io.commerceroutes.adapters.idempotency;

import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.idempotency.IdempotencyKey;
import io.commerceroutes.domain.idempotency.IdempotentRequests;
import io.commerceroutes.domain.idempotency.StoredAnswer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Keys in MySQL. Who claims a key that another transaction has claimed waits on its row lock, as long as the
 * connection's {@code innodb_lock_wait_timeout} allows.
 */
public class JdbcIdempotentRequests implements IdempotentRequests {
    /** Read from the index on the time alone, which ends in the name. */
    static final String OLDEST =
            "SELECT name FROM idempotency_key WHERE created_at < ? ORDER BY created_at, name LIMIT ?";

    static final String FORGET = "DELETE FROM idempotency_key WHERE name = ? AND created_at < ?";

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private final JdbcOperations jdbc;
    private final Clock clock;
    private final Duration retention;

    public JdbcIdempotentRequests(JdbcOperations jdbc, Clock clock, Duration retention) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.retention = retention;
    }

    @Override
    public void claim(IdempotencyKey key) {
        Instant now = clock.instant();
        try {
            jdbc.update(
                    "INSERT INTO idempotency_key (name, fingerprint, created_at) VALUES (?, ?, ?)",
                    name(key),
                    key.fingerprint(),
                    Utc.of(now));
        } catch (DuplicateKeyException used) {
            if (!takeOver(key, now)) {
                throw new KeyUsed(used);
            }
        } catch (CannotAcquireLockException | QueryTimeoutException waiting) {
            if (waiting.getCause() instanceof java.sql.SQLException failure
                    && failure.getErrorCode() == LOCK_WAIT_TIMEOUT) {
                throw new RequestInProgress(waiting);
            }
            throw waiting;
        }
    }

    /** A key whose answer is no longer kept is as good as new. Looks first: who only looks takes no lock. */
    private boolean takeOver(IdempotencyKey key, Instant now) {
        LocalDateTime keptSince = Utc.of(now.minus(retention));
        List<LocalDateTime> created = jdbc.queryForList(
                "SELECT created_at FROM idempotency_key WHERE name = ?", LocalDateTime.class, name(key));
        return created.stream().anyMatch(at -> at.isBefore(keptSince))
                && 1 == jdbc.update("""
                                UPDATE idempotency_key
                                SET fingerprint = ?, status = NULL, location = NULL, body = NULL, created_at = ?
                                WHERE name = ? AND created_at < ?""", key.fingerprint(), Utc.of(now), name(key), keptSince);
    }

    @Override
    public void store(IdempotencyKey key, StoredAnswer answer) {
        int stored = jdbc.update(
                "UPDATE idempotency_key SET status = ?, location = ?, body = ? WHERE name = ?",
                answer.status(),
                answer.location(),
                answer.body(),
                name(key));
        if (stored != 1) {
            throw new IllegalStateException("An answer is stored under a claimed key only");
        }
    }

    @Override
    public Optional<StoredAnswer> find(IdempotencyKey key) {
        return jdbc
                .query(
                        "SELECT fingerprint, status, location, body FROM idempotency_key WHERE name = ?",
                        (row, index) -> new StoredAnswer(
                                row.getString("fingerprint"),
                                row.getInt("status"),
                                row.getString("location"),
                                row.getString("body")),
                        name(key))
                .stream()
                .findFirst();
    }

    /** Looks first and deletes by name, so that rows are locked as those do who take over a key. */
    @Override
    public int forgetBefore(Instant moment, int limit) {
        LocalDateTime end = Utc.of(moment);
        List<byte[]> names = jdbc.queryForList(OLDEST, byte[].class, end, limit);
        jdbc.batchUpdate(
                FORGET, names.stream().map(name -> new Object[] {name, end}).toList());
        return names.size();
    }

    private static byte[] name(IdempotencyKey key) {
        try {
            String name = key.userId() + "\n" + key.operation() + "\n" + key.key();
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
