package io.commerceroutes.local.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is kept, as text; bytes as the characters that they would be. */
final class KeptTexts {
    private KeptTexts() {}

    /** Every value of every table. */
    static List<String> tables(JdbcTemplate database) {
        return tables(database, List.of());
    }

    /** @param unread columns that hold what somebody else wrote */
    static List<String> tables(JdbcTemplate database, List<String> unread) {
        List<String> texts = new ArrayList<>();
        for (String table : database.queryForList("SHOW TABLES", String.class)) {
            database.queryForList("SELECT * FROM " + table).forEach(row -> {
                row.keySet().removeAll(unread);
                row.values().forEach(value -> texts.add(of(value)));
            });
        }
        return texts;
    }

    static String of(ConsumerRecord<byte[], byte[]> record) {
        StringBuilder text = new StringBuilder(of(record.key())).append(of(record.value()));
        record.headers()
                .forEach(header ->
                        text.append(' ').append(header.key()).append(' ').append(of(header.value())));
        return text.toString();
    }

    private static String of(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }
}
