package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.local.platform.DrillExpectation.Counts;
import io.commerceroutes.local.platform.DrillExpectation.Place;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the collectors wrote down, against what they should have. */
final class CollectorBooks {
    private static final int DIFFERENCES_SHOWN = 20;

    private final JdbcTemplate jdbc;
    private final String bootstrapServers;

    CollectorBooks(DrillServers servers) {
        jdbc = servers.jdbc();
        bootstrapServers = servers.bootstrapServers();
    }

    /** @param spoiled the places of all records that can never be counted */
    void assertEqual(DrillExpectation expected, Set<String> spoiled) {
        SoftAssertions all = new SoftAssertions();
        all.assertThat(differences(counts(), expected.counts())).as("counts").isEmpty();
        all.assertThat(differences(names(), expected.names())).as("names").isEmpty();
        all.assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM event_handled", Integer.class))
                .as("handled events")
                .isEqualTo(expected.handled());
        all.assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM dead_letter", Integer.class))
                .as("dead letters")
                .isEqualTo(spoiled.size());
        all.assertThat(differences(marked(deadLetters()), marked(spoiled)))
                .as("dead letters")
                .isEmpty();
        all.assertThat(differences(marked(deadLetterRecords()), marked(spoiled)))
                .as("dead-letter topics")
                .isEmpty();
        all.assertAll();
        assertThat(expected.counts()).isNotEmpty();
    }

    private Map<Place, Counts> counts() {
        Map<Place, Counts> counts = new HashMap<>();
        jdbc.query(
                "SELECT metric_date, product_id, views, likes, orders_created, sales_quantity, sales_amount"
                        + " FROM product_metrics",
                row -> {
                    counts.put(
                            new Place(row.getObject(1, LocalDate.class), row.getLong(2)),
                            new Counts(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7)));
                });
        return counts;
    }

    private Map<Long, String> names() {
        Map<Long, String> names = new HashMap<>();
        jdbc.query("SELECT product_id, name FROM product_name", row -> {
            names.put(row.getLong(1), row.getString(2));
        });
        return names;
    }

    private Set<String> deadLetters() {
        return new TreeSet<>(jdbc.query(
                "SELECT source_topic, source_partition, source_offset FROM dead_letter",
                (row, i) -> DrillLoad.place(row.getString(1), row.getInt(2), row.getLong(3))));
    }

    /** Where the records came from that lie on the dead-letter topics; one may lie there more than once. */
    private Set<String> deadLetterRecords() {
        return Stream.of(DrillEvent.ORDERS, DrillEvent.CATALOG)
                .flatMap(topic -> KafkaTopicCopy.read(bootstrapServers, topic + ".dlq").stream())
                .map(letter -> DrillLoad.place(
                        KafkaTopicCopy.header(letter, "dlq_topic"),
                        KafkaTopicCopy.header(letter, "dlq_partition"),
                        KafkaTopicCopy.header(letter, "dlq_offset")))
                .collect(Collectors.toSet());
    }

    private static Map<String, Boolean> marked(Set<String> places) {
        return places.stream().collect(Collectors.toMap(place -> place, place -> true));
    }

    private static <K> List<String> differences(Map<K, ?> actual, Map<K, ?> expected) {
        Set<K> keys = new HashSet<>(actual.keySet());
        keys.addAll(expected.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(actual.get(key), expected.get(key)))
                .map(key -> "%s: is %s, should be %s".formatted(key, actual.get(key), expected.get(key)))
                .limit(DIFFERENCES_SHOWN)
                .toList();
    }
}
