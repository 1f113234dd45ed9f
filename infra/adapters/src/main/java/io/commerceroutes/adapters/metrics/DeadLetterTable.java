package io.commerceroutes.adapters.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.domain.metrics.DeadLetter;
import io.commerceroutes.domain.metrics.DeadLetters;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code dead_letter}; header values are kept as a JSON object of Base64 texts, so that none is changed. */
public class DeadLetterTable implements DeadLetters {
    private static final int REASON_LENGTH_MAX = 500;
    private static final int EVENT_TEXT_LENGTH_MAX = 100;
    private static final int DIGITS_SHOWN_MAX = 4;
    private static final Pattern EVENT_ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final String SHOWN = """
            SELECT id, source_topic, source_partition, source_offset, event_id, event_type, reason, failed_at,
            replayed_at FROM dead_letter
            """;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json = new ObjectMapper();

    public DeadLetterTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(DeadLetter letter) {
        jdbc.update(
                """
                INSERT INTO dead_letter (source_topic, source_partition, source_offset, recorded_at, record_key,
                record_headers, record_value, event_id, event_type, reason, failed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3))
                ON DUPLICATE KEY UPDATE id = id
                """,
                letter.topic(),
                letter.partition(),
                letter.offset(),
                LocalDateTime.ofInstant(letter.recordedAt(), ZoneOffset.UTC),
                letter.key(),
                headers(letter),
                letter.value(),
                text(letter, "ce_id"),
                text(letter, "ce_type"),
                shortened(letter.reason(), REASON_LENGTH_MAX));
    }

    @Override
    public Page page(int page, int size) {
        List<Entry> items = jdbc.query(
                SHOWN + " ORDER BY id DESC LIMIT ? OFFSET ?", (row, index) -> entry(row), size, (long) page * size);
        Long total = jdbc.queryForObject("SELECT COUNT(*) FROM dead_letter", Long.class);
        return new Page(items, total == null ? 0 : total);
    }

    @Override
    public Optional<Kept> find(long id) {
        return jdbc
                .query("SELECT * FROM dead_letter WHERE id = ?", (row, index) -> new Kept(id, letter(row)), id)
                .stream()
                .findFirst();
    }

    @Override
    public Entry noteReplayed(long id) {
        jdbc.update("UPDATE dead_letter SET replayed_at = UTC_TIMESTAMP(3) WHERE id = ?", id);
        return jdbc.queryForObject(SHOWN + " WHERE id = ?", (row, index) -> entry(row), id);
    }

    private String headers(DeadLetter letter) {
        try {
            return json.writeValueAsString(letter.headers());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Map<String, byte[]> headers(String kept) {
        try {
            return json.readValue(kept, new TypeReference<Map<String, byte[]>>() {});
        } catch (JsonProcessingException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }

    private static String text(DeadLetter letter, String header) {
        byte[] value = letter.headers().get(header);
        return value == null
                ? null
                : shown(shortened(new String(value, StandardCharsets.UTF_8), EVENT_TEXT_LENGTH_MAX));
    }

    /** For people to read; what is no event's id may be anything, a card number too, and only the record itself keeps it. */
    private static String shown(String text) {
        boolean isNumber = text.chars().filter(Character::isDigit).count() > DIGITS_SHOWN_MAX;
        return isNumber && !EVENT_ID.matcher(text).matches() ? text.replaceAll("\\d", "*") : text;
    }

    private static String shortened(String text, int lengthMax) {
        return text.substring(
                0, text.offsetByCodePoints(0, Math.min(lengthMax, text.codePointCount(0, text.length()))));
    }

    private DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getString("source_topic"),
                row.getInt("source_partition"),
                row.getLong("source_offset"),
                time(row, "recorded_at"),
                row.getBytes("record_key"),
                headers(row.getString("record_headers")),
                row.getBytes("record_value"),
                row.getString("reason"));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getString("source_topic"),
                row.getInt("source_partition"),
                row.getLong("source_offset"),
                row.getString("event_id"),
                row.getString("event_type"),
                row.getString("reason"),
                time(row, "failed_at"),
                time(row, "replayed_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
