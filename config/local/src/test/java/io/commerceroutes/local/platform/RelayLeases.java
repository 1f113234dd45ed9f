package io.commerceroutes.local.platform;

import io.commerceroutes.domain.event.Outbox;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who relays which shards of an outbox. */
final class RelayLeases {
    private final JdbcTemplate commerce;

    RelayLeases(JdbcTemplate commerce) {
        this.commerce = commerce;
    }

    /** The one who holds all shards, if somebody does. */
    Optional<String> onlyOwner() {
        Map<String, Integer> shards = new HashMap<>();
        commerce.query("SELECT owner FROM relay_lease WHERE owner IS NOT NULL", row -> {
            shards.merge(row.getString(1), 1, Integer::sum);
        });
        return shards.entrySet().stream()
                .filter(held -> held.getValue() == Outbox.SHARDS)
                .map(Map.Entry::getKey)
                .findAny();
    }
}
