package io.commerceroutes.adapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.commerceroutes.adapters.AnalyticsSchema;
import io.commerceroutes.domain.metrics.DeadLetter;
import io.commerceroutes.domain.metrics.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLetterTableIT {
    private static final Instant RECORDED = Instant.parse("2026-11-22T12:00:00.123Z");
    private AnalyticsSchema schema;
    private DeadLetterTable letters;

    @BeforeEach
    void migrate() {
        schema = AnalyticsSchema.migrated();
        letters = new DeadLetterTable(schema.jdbc());
    }

    @Test
    void a_record_is_kept_byte_for_byte() {
        byte[] noText = {(byte) 0xff, 0, 1};

        letters.keep(letter(7, noText, noText, "cannot be read"));

        Map<String, Object> row = schema.jdbc().queryForMap("SELECT * FROM dead_letter");
        assertThat(row.get("record_key")).isEqualTo(noText);
        assertThat(row.get("record_value")).isEqualTo(noText);
        assertThat((String) row.get("record_headers")).contains("\"ce_type\":\"UHJvZHVjdFZpZXdlZA==\"");
    }

    @Test
    void the_same_record_is_kept_once_and_one_without_key_and_value_too() {
        letters.keep(letter(7, null, null, "x".repeat(600)));
        letters.keep(letter(7, null, null, "again"));

        DeadLetters.Page page = letters.page(0, 10);
        assertThat(page.totalCount()).isOne();
        assertThat(page.items().getFirst().reason()).isEqualTo("x".repeat(500));
        assertThat(page.items().getFirst().replayedAt()).isNull();
    }

    @Test
    void what_is_shown_of_an_event_repeats_no_card_number_but_any_id() {
        letters.keep(letter(7, Map.of("ce_id", "4929-8765-4321-0987", "ce_type", "Paid4929876543210987")));
        letters.keep(letter(8, Map.of("ce_id", "01991a2b-0000-7000-8000-000000004321", "ce_type", "OrderPaid")));

        assertThat(letters.page(0, 10).items())
                .extracting(DeadLetters.Entry::eventId, DeadLetters.Entry::eventType)
                .containsExactly(
                        tuple("01991a2b-0000-7000-8000-000000004321", "OrderPaid"),
                        tuple("****-****-****-****", "Paid****************"));
        assertThat(letters.find(idOf(7)).orElseThrow().letter().headers().get("ce_id"))
                .asString()
                .isEqualTo("4929-8765-4321-0987");
    }

    @Test
    void pages_come_newest_first() {
        for (int offset = 0; offset < 5; offset++) {
            letters.keep(letter(offset, null, new byte[] {1}, "reason " + offset));
        }

        DeadLetters.Page page = letters.page(1, 2);

        assertThat(page.totalCount()).isEqualTo(5);
        assertThat(page.items()).extracting(DeadLetters.Entry::offset).containsExactly(2L, 1L);
        assertThat(page.items().getFirst().eventType()).isEqualTo("ProductViewed");
        assertThat(page.items().getFirst().eventId()).isNull();
        assertThat(page.items().getFirst().failedAt()).isNotNull();
    }

    @Test
    void what_was_kept_is_found_as_it_came() {
        byte[] noText = {(byte) 0xff, 0, 1};
        letters.keep(letter(7, noText, noText, "cannot be read"));
        letters.keep(letter(8, null, null, "has nothing"));

        DeadLetter found = letters.find(idOf(7)).orElseThrow().letter();

        assertThat(found).usingRecursiveComparison().isEqualTo(letter(7, noText, noText, "cannot be read"));
        assertThat(letters.find(idOf(8)).orElseThrow().letter().value()).isNull();
        assertThat(letters.find(idOf(8)).orElseThrow().id()).isEqualTo(idOf(8));
        assertThat(letters.find(idOf(8) + 1)).isEmpty();
    }

    @Test
    void a_replay_is_noted_with_its_time_at_this_letter_alone() {
        letters.keep(letter(7, null, null, "x"));
        letters.keep(letter(8, null, null, "x"));

        DeadLetters.Entry replayed = letters.noteReplayed(idOf(7));

        assertThat(replayed.replayedAt()).isAfterOrEqualTo(replayed.failedAt());
        assertThat(letters.page(0, 10).items())
                .filteredOn(entry -> entry.replayedAt() != null)
                .containsExactly(replayed);
    }

    private long idOf(long offset) {
        return schema.jdbc().queryForObject("SELECT id FROM dead_letter WHERE source_offset = ?", Long.class, offset);
    }

    private static DeadLetter letter(long offset, byte[] key, byte[] value, String reason) {
        return letter(offset, key, Map.of("ce_type", "ProductViewed"), value, reason);
    }

    private static DeadLetter letter(long offset, Map<String, String> headers) {
        return letter(offset, null, headers, null, "x");
    }

    private static DeadLetter letter(
            long offset, byte[] key, Map<String, String> headers, byte[] value, String reason) {
        Map<String, byte[]> bytes = new HashMap<>();
        headers.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return new DeadLetter("commerce.catalog.v1", 0, offset, RECORDED, key, bytes, value, reason);
    }
}
