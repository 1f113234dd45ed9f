package io.commerceroutes.adapters.settlement;

import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Text;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.settlement.PaymentNote;
import io.commerceroutes.domain.settlement.PaymentNote.Type;
import io.commerceroutes.domain.settlement.Settled;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;

/** Notes as lines of a payment's history, named as events are: AttemptStarted. */
final class NoteRows {
    private static final String INSERT = "INSERT INTO payment_event (order_id, type, detail, created_at)";
    private static final String CONTRADICTIONS =
            "SELECT type, detail FROM payment_event WHERE order_id = ? AND type IN (?, ?) ORDER BY id LIMIT ?";
    private static final int DETAIL_CHARS_MAX = 500;

    private NoteRows() {}

    static void insert(StatementBatch batch, String orderId, List<PaymentNote> notes, Instant at) {
        batch.insert(
                INSERT,
                notes.stream()
                        .map(note -> new Object[] {orderId, name(note.type()), detail(note), Utc.of(at)})
                        .toList());
    }

    /** The contradictions that the order's history tells of, oldest first. */
    static List<PaymentNote> contradictions(JdbcOperations jdbc, String orderId) {
        return jdbc.query(
                CONTRADICTIONS,
                (row, index) -> new PaymentNote(
                        name(Type.ANSWER_CONTRADICTED).equals(row.getString("type"))
                                ? Type.ANSWER_CONTRADICTED
                                : Type.TRANSACTION_DISOWNED,
                        row.getString("detail")),
                orderId,
                name(Type.ANSWER_CONTRADICTED),
                name(Type.TRANSACTION_DISOWNED),
                Settled.CONTRADICTIONS_MAX);
    }

    static String detail(PaymentNote note) {
        return Text.cut(note.detail(), DETAIL_CHARS_MAX);
    }

    static String name(Type type) {
        return Arrays.stream(type.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
