package io.commerceroutes.adapters.product;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.adapters.event.EventPayloads;
import io.commerceroutes.adapters.event.EventRows;
import io.commerceroutes.adapters.event.EventTopics;
import io.commerceroutes.adapters.event.TimeOrderedIdentifiers;
import io.commerceroutes.domain.event.Identifiers;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The adapters of the product side as the application makes them, and what they wrote. */
final class Products {
    private static final Identifiers IDENTIFIERS = new TimeOrderedIdentifiers();
    private static final EventRows EVENT_ROWS = new EventRows(
            new EventTopics("orders", "payments", "catalog"),
            new EventPayloads(new ObjectMapper()),
            IDENTIFIERS,
            Optional::empty,
            event -> {});

    private static final ReadingSettings READING_SETTINGS =
            new ReadingSettings(4, 2, 16, Duration.ofMinutes(10), Duration.ofSeconds(60));

    private Products() {}

    static JdbcCatalogue catalogue(CommerceSchema schema) {
        return new JdbcCatalogue(schema.jdbc(), EVENT_ROWS, IDENTIFIERS);
    }

    static JdbcCatalogueReads reads(CommerceSchema schema) {
        return new JdbcCatalogueReads(schema.jdbc(), BulkheadRegistry.ofDefaults(), READING_SETTINGS);
    }

    static JdbcLikes likes(CommerceSchema schema) {
        return new JdbcLikes(schema.jdbc(), EVENT_ROWS, IDENTIFIERS);
    }

    /** Types and payloads of the product's events, oldest first. */
    static List<String> events(CommerceSchema schema, long productId) {
        return schema.jdbc()
                .queryForList(
                        "SELECT CONCAT(type, ' ', payload) FROM outbox"
                                + " WHERE topic = 'catalog' AND message_key = ? ORDER BY id",
                        String.class,
                        Long.toString(productId));
    }

    /** What the audit would find. */
    static long miscounts(CommerceSchema schema) {
        Long miscounts = schema.jdbc().queryForObject("""
                SELECT (SELECT COUNT(*) FROM brand b WHERE b.product_count
                            <> (SELECT COUNT(*) FROM product p WHERE p.brand_id = b.id))
                     + (SELECT COUNT(*) FROM catalogue_revision
                        WHERE product_count <> (SELECT COUNT(*) FROM product))
                     + (SELECT COUNT(*) FROM product p WHERE p.likes
                            <> (SELECT COUNT(*) FROM product_like l WHERE l.product_id = p.id AND l.liked))
                     + (SELECT COUNT(*) FROM product p WHERE p.stock
                            <> (SELECT SUM(m.delta) FROM stock_movement m WHERE m.product_id = p.id))""", Long.class);
        return miscounts == null ? -1 : miscounts;
    }
}
