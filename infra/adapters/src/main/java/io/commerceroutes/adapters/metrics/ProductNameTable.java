package io.commerceroutes.adapters.metrics;

import io.commerceroutes.domain.metrics.EventReading.NameChange;
import io.commerceroutes.domain.metrics.ProductNames;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code product_name}; of two names the one changed later stays, whichever arrives first. */
public class ProductNameTable implements ProductNames {
    private final JdbcTemplate jdbc;

    public ProductNameTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void rename(NameChange change) {
        Refusals.orUncountable(() -> jdbc.update(
                """
                INSERT INTO product_name (product_id, name, changed_at) VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE name = IF(VALUES(changed_at) >= changed_at, VALUES(name), name),
                changed_at = GREATEST(changed_at, VALUES(changed_at))
                """, change.productId(), change.name(), LocalDateTime.ofInstant(change.changedAt(), ZoneOffset.UTC)));
    }
}
