package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.app.Role;
import io.commerceroutes.app.TopicRetention;
import io.commerceroutes.embedded.EmbeddedServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A collector does not count from topics that keep events for longer than it remembers them. */
class TopicRetentionIT {
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration KNOWN_LIMIT = Duration.ofSeconds(60);

    private final String topic = "retention-" + UUID.randomUUID();
    private final TopicRetention retention = new TopicRetention(brokers(), List.of(topic), LONGEST);
    private Admin admin;

    @BeforeEach
    void connect() {
        admin = Admin.create(Map.of("bootstrap.servers", brokers()));
    }

    @AfterEach
    void disconnect() {
        admin.close();
    }

    @Test
    void a_topic_that_keeps_events_as_long_as_the_setting_says_is_fine() throws Exception {
        make(Map.of("retention.ms", Long.toString(LONGEST.toMillis())));

        assertThatCode(retention::afterPropertiesSet).doesNotThrowAnyException();
    }

    @Test
    void a_topic_that_keeps_them_longer_is_named_with_both_values_and_the_setting() throws Exception {
        make(Map.of("retention.ms", Long.toString(LONGEST.toMillis() + 1)));

        assertRefused("PT720H0.001S");
    }

    @Test
    void a_topic_that_keeps_them_for_ever_is_too_long_as_well() throws Exception {
        make(Map.of("retention.ms", "-1"));

        assertRefused("for ever");
    }

    @Test
    void a_topic_that_is_compacted_keeps_them_for_ever_whatever_its_retention() throws Exception {
        make(Map.of("retention.ms", "1000", "cleanup.policy", "compact"));

        assertRefused("for ever");
    }

    @Test
    void with_kafka_away_a_start_goes_on_with_one_warning() {
        TopicRetention away = new TopicRetention("127.0.0.1:1", List.of(topic), LONGEST);

        try (LogLines log = LogLines.inDetail(TopicRetention.class)) {
            assertThatCode(away::afterPropertiesSet).doesNotThrowAnyException();

            assertThat(log.ofThisThread()).singleElement().asString().contains("WARN");
        }
    }

    @Test
    void a_topic_that_is_changed_while_the_collector_runs_is_an_error_in_the_log() throws Exception {
        make(Map.of("retention.ms", "1000"));
        retention.afterPropertiesSet();
        ConfigResource changed = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp forEver = new AlterConfigOp(new ConfigEntry("retention.ms", "-1"), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(changed, List.of(forEver))).all().get();
        awaitKnown(topic, "-1");

        try (LogLines log = LogLines.inDetail(TopicRetention.class)) {
            retention.checkAgain();

            assertThat(log.ofThisThread())
                    .singleElement()
                    .asString()
                    .contains("ERROR", topic, "commerce.metrics.topic-retention");
        }
    }

    @Test
    void a_collector_does_not_start_on_topics_that_keep_events_for_too_long() throws Exception {
        String other = topic + "-other";
        make(topic, Map.of("retention.ms", Long.toString(LONGEST.toMillis())));
        make(other, Map.of("retention.ms", Long.toString(LONGEST.toMillis())));
        try (TestPlatform platform = new TestPlatform()) {
            assertThatThrownBy(() -> platform.start(
                            Role.COLLECTOR,
                            Map.of(
                                    "commerce.topics.orders",
                                    topic,
                                    "commerce.topics.catalog",
                                    other,
                                    "commerce.metrics.topic-retention",
                                    "29d")))
                    .rootCause()
                    .hasMessageContainingAll(
                            topic + " keeps", other + " keeps", "PT720H", "commerce.metrics.topic-retention (PT696H)");
        }
    }

    private void assertRefused(String kept) {
        assertThatThrownBy(retention::afterPropertiesSet)
                .hasMessageContainingAll(topic, kept, "commerce.metrics.topic-retention (PT720H)")
                .hasMessageNotContaining("\n")
                .hasNoCause();
    }

    private void make(Map<String, String> configuration) throws Exception {
        make(topic, configuration);
    }

    private void make(String name, Map<String, String> configuration) throws Exception {
        admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty()).configs(configuration)))
                .all()
                .get();
        awaitKnown(name, configuration.get("retention.ms"));
    }

    /** The broker that is asked learns of it a little later than the controller, which has said that it is done. */
    private void awaitKnown(String name, String retention) {
        ConfigResource ours = new ConfigResource(ConfigResource.Type.TOPIC, name);
        await().atMost(KNOWN_LIMIT)
                .ignoreExceptions()
                .until(() -> admin.describeConfigs(List.of(ours))
                        .all()
                        .get()
                        .get(ours)
                        .get("retention.ms")
                        .value()
                        .equals(retention));
    }

    private static String brokers() {
        return Optional.ofNullable(System.getenv("KAFKA_BOOTSTRAP_SERVERS"))
                .orElseGet(() -> EmbeddedServers.shared().kafka().bootstrapServers());
    }
}
