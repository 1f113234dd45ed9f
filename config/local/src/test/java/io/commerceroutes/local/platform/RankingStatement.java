package io.commerceroutes.local.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** A statement of the ranking flows, run as its flow runs it. */
final class RankingStatement {
    private final String sql;

    RankingStatement(String name) {
        try {
            sql = new ClassPathResource("sql/ranking/%s.sql".formatted(name))
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace(":#", ":");
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    int update(JdbcTemplate database, Map<String, ?> headers) {
        return new NamedParameterJdbcTemplate(database).update(sql, headers);
    }

    List<Map<String, Object>> query(JdbcTemplate database, Map<String, ?> headers) {
        return new NamedParameterJdbcTemplate(database).queryForList(sql, headers);
    }
}
