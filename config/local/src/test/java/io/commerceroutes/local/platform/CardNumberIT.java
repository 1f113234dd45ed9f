package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.app.Role;
import io.commerceroutes.embedded.LocalPort;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A known card number goes down every path, the failing ones too, and is found nowhere afterwards. */
@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(Resources.SYSTEM_OUT)
class CardNumberIT {
    private static final String NUMBER = "4929-8765-4321-0987";
    private static final String DIGITS = NUMBER.replace("-", "");
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String QUICK = "\"preset\":\"fast\"";

    private static TestPlatform platform;
    private static ConfigurableApplicationContext api;
    private static ShopClient shop;
    private static ShopClient gateway;
    private static GatewayBooks books;
    private static OtlpReceiver traces;

    private final List<String> answers = new ArrayList<>();

    @BeforeAll
    static void start() {
        int port = LocalPort.free();
        traces = new OtlpReceiver();
        platform = new TestPlatform();
        gateway = new ShopClient(TestPlatform.baseUrl(platform.startSimulator(port)));
        Map<String, Object> settings = new HashMap<>(traces.everyRequest());
        settings.put("server.port", port);
        settings.put("commerce.payment.gateway-url", gateway.baseUrl());
        settings.put("commerce.payment.callback-url", "http://localhost:%d/api/v1/payments/callback".formatted(port));
        api = platform.start(Role.API, settings);
        shop = new ShopClient("http://127.0.0.1:" + port);
        books = new GatewayBooks(gateway, platform.jdbc(Role.API));
    }

    @AfterAll
    static void stop() {
        platform.close();
        traces.close();
    }

    @Test
    void it_is_in_no_table_topic_log_answer_span_or_jmx_value(CapturedOutput log) throws Exception {
        driveDownEveryPath();

        assertThat(answers).isNotEmpty().noneMatch(CardNumberIT::tells);
        assertThat(texts(platform.jdbc(Role.API))).isNotEmpty().noneMatch(CardNumberIT::tells);
        assertThat(topics()).isNotEmpty().noneMatch(CardNumberIT::tells);
        await().atMost(LIMIT).until(() -> spans().anyMatch(span -> span.contains("send-attempt")));
        assertThat(spans()).noneMatch(CardNumberIT::tells);
        assertThat(JmxValues.all())
                .contains(api.getBean(CamelContext.class).getName())
                .noneMatch(CardNumberIT::tells);
        assertThat(log.getAll().lines()).noneMatch(CardNumberIT::tells);
    }

    private static Stream<String> spans() {
        return traces.spans().stream().map(ReceivedSpan::toString);
    }

    private void driveDownEveryPath() {
        decided(QUICK);
        decided(QUICK + ",\"outcomes\":{\"INVALID_CARD\":1}");
        decided(QUICK + ",\"acceptedButFailed\":true");
        play(QUICK + ",\"acceptedButTimesOut\":true");
        String timedOut = order(NUMBER).text("orderId");
        play(QUICK + ",\"requestFailureRate\":1");
        String refused = order(NUMBER).text("orderId");
        awaitNotes(timedOut, "AttemptEnded");
        awaitNotes(refused, "AttemptEnded");
        play("\"outage\":true");
        order(NUMBER);
        for (String wrong : List.of(DIGITS, NUMBER + "0", " " + NUMBER, NUMBER.replace('-', ' '))) {
            assertThat(order(wrong).status()).isEqualTo(400);
        }
        callBack("{\"transactionKey\":\"x\",\"orderId\":\"%s\",\"cardNo\":\"%s\",\"amount\":1,\"status\":\"SUCCESS\"}"
                .formatted(refused, NUMBER));
        callBack("{\"transactionKey\":\"%s\",\"orderId\":\"x\",\"status\":\"%s\"}".formatted(NUMBER + " ", NUMBER));
        callBack("{\"cardNo\":\"%s\"".formatted(NUMBER));
        play(QUICK);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(books.undecided()).isZero());
        answers.add(shop.as(1, "CUSTOMER", "POST", "/api/v1/orders/" + timedOut + "/cancel", null)
                .body()
                .toString());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(books.undecided()).isZero());
        answers.add(shop.operator("/api/v1/ops/payments?size=100").body().toString());
        answers.add(shop.operator("/api/v1/ops/orders/" + timedOut + "/timeline")
                .body()
                .toString());
        answers.add(shop.operator("/api/v1/ops/audit").body().toString());
        answers.add(shop.text("/actuator/prometheus"));
    }

    private void decided(String scenario) {
        play(scenario);
        order(NUMBER);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(books.undecided()).isZero());
    }

    private Answer order(String cardNumber) {
        Answer answer = shop.customer(
                1,
                "POST",
                "/api/v1/orders",
                "{\"items\":[{\"productId\":1,\"quantity\":1}],\"payment\":{\"method\":\"CARD\",\"cardType\":\"KB\",\"cardNo\":\"%s\"}}"
                        .formatted(cardNumber),
                "Idempotency-Key",
                "key-" + answers.size());
        answers.add(answer.body().toString());
        return answer;
    }

    private void callBack(String body) {
        answers.add(shop.send("POST", "/api/v1/payments/callback", body).body().toString());
    }

    private static void awaitNotes(String orderId, String type) {
        await().atMost(LIMIT)
                .until(() -> shop.operator("/api/v1/ops/orders/" + orderId + "/timeline")
                        .body()
                        .toString()
                        .contains(type));
    }

    private static void play(String fields) {
        assertThat(gateway.send("PUT", "/api/v1/simulator/scenario", "{" + fields + "}")
                        .status())
                .isEqualTo(200);
    }

    private static boolean tells(String text) {
        return text.contains(NUMBER) || text.contains(DIGITS) || text.contains(DIGITS.substring(0, 12));
    }

    /** Every value of every table, bytes as the characters that they would be. */
    private static List<String> texts(JdbcTemplate database) {
        List<String> texts = new ArrayList<>();
        for (String table : database.queryForList("SHOW TABLES", String.class)) {
            database.queryForList("SELECT * FROM " + table)
                    .forEach(row -> row.values().forEach(value -> texts.add(text(value))));
        }
        return texts;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }

    private static List<String> topics() {
        String brokers = api.getEnvironment().getRequiredProperty("camel.component.kafka.brokers");
        return Stream.of("orders", "payments", "catalog")
                .map(name -> api.getEnvironment().getRequiredProperty("commerce.topics." + name))
                .flatMap(topic -> KafkaTopicCopy.read(brokers, topic).stream())
                .map(CardNumberIT::text)
                .toList();
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        return record.headers() + text(record.key()) + text(record.value());
    }
}
