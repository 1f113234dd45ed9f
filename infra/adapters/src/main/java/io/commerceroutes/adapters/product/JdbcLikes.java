package io.commerceroutes.adapters.product;

import io.commerceroutes.adapters.event.EventRows;
import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.event.EventType;
import io.commerceroutes.domain.event.Identifiers;
import io.commerceroutes.domain.product.Like;
import io.commerceroutes.domain.product.Likes;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Likes in MySQL, each in one round trip: what follows on a like's row happens if that row names the event of this very
 * request. The product, which everybody else may be waiting for, comes last.
 */
public class JdbcLikes implements Likes {
    private static final String OURS =
            "EXISTS (SELECT 1 FROM product_like WHERE user_id = ? AND product_id = ? AND event_id = ?)";
    /** Leaves a like that stands as it is; the event is set first, while it can still be seen whether it stands. */
    private static final String ADD = """
            INSERT INTO product_like (user_id, product_id, event_id, created_at)
            SELECT ?, p.id, ?, ? FROM product p WHERE p.id = ?
            ON DUPLICATE KEY UPDATE event_id = IF(product_like.liked, product_like.event_id, VALUES(event_id)),
                                    liked = TRUE""";

    private static final String TAKE_BACK =
            "UPDATE product_like SET event_id = ?, liked = FALSE WHERE user_id = ? AND product_id = ? AND liked";
    /** Reads, and so locks, the like before the product, and no product at all where the like is not this request's. */
    private static final String COUNT = """
            UPDATE product_like l STRAIGHT_JOIN product p ON p.id = l.product_id
            SET p.likes = p.likes + ? WHERE l.user_id = ? AND l.product_id = ? AND l.event_id = ?""";

    private final JdbcOperations jdbc;
    private final EventRows eventRows;
    private final Identifiers identifiers;

    public JdbcLikes(JdbcOperations jdbc, EventRows eventRows, Identifiers identifiers) {
        this.jdbc = jdbc;
        this.eventRows = eventRows;
        this.identifiers = identifiers;
    }

    @Override
    public boolean like(Like like) {
        String eventId = identifiers.next();
        StatementBatch batch =
                new StatementBatch().updateAny(ADD, like.userId(), eventId, Utc.of(like.at()), like.productId());
        tell(batch, EventType.PRODUCT_LIKED, eventId, like);
        batch.updateAny(COUNT, 1, like.userId(), like.productId(), eventId);
        return batch.execute(jdbc).getLast() == 1;
    }

    @Override
    public boolean unlike(Like like) {
        String eventId = identifiers.next();
        StatementBatch batch = new StatementBatch().updateAny(TAKE_BACK, eventId, like.userId(), like.productId());
        tell(batch, EventType.PRODUCT_UNLIKED, eventId, like);
        batch.updateAny(COUNT, -1, like.userId(), like.productId(), eventId);
        return batch.execute(jdbc).getLast() == 1;
    }

    private void tell(StatementBatch batch, EventType type, String eventId, Like like) {
        eventRows.appendLikeIf(
                batch, type, eventId, like.productId(), like.at(), OURS, like.userId(), like.productId(), eventId);
    }

    @Override
    public OptionalLong count(long productId) {
        List<Long> likes = jdbc.queryForList("SELECT likes FROM product WHERE id = ?", Long.class, productId);
        return likes.isEmpty() ? OptionalLong.empty() : OptionalLong.of(likes.getFirst());
    }
}
