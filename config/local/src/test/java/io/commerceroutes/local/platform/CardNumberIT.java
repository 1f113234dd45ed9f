package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.app.Role;
import io.commerceroutes.embedded.LocalPort;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.connection.RedisConnectionFactory;

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
    void it_is_in_no_table_topic_cache_log_answer_page_span_or_jmx_value(CapturedOutput log) throws Exception {
        driveDownEveryPath();
        await().atMost(LIMIT).until(() -> spans().anyMatch(span -> span.contains("send-attempt")));
        List<String> jmx = JmxValues.all();
        assertThat(jmx).contains(api.getBean(CamelContext.class).getName());

        assertSoftly(places -> {
            tellNothing(places, "answers", answers);
            tellNothing(places, "pages", ReadablePages.all(shop, gateway));
            tellNothing(places, "tables", KeptTexts.tables(platform.jdbc(Role.API)));
            tellNothing(places, "topics", topics());
            tellNothing(places, "Redis", RedisContents.all(api.getBean(RedisConnectionFactory.class)));
            tellNothing(places, "spans", spans().toList());
            tellNothing(places, "JMX", jmx);
            tellNothing(places, "log", log.getAll().lines().toList());
        });
    }

    private static void tellNothing(SoftAssertions places, String place, List<String> texts) {
        places.assertThat(texts).as(place).isNotEmpty().noneMatch(CardNumberIT::tells);
    }

    /** Each with the number where it does not belong. */
    private void sendWhatIsRefused() {
        for (String wrong : List.of(DIGITS, NUMBER + "0", " " + NUMBER, NUMBER.replace('-', ' '))) {
            assertThat(order(wrong).status()).isEqualTo(400);
        }
        for (String body : List.of(
                "{\"payment\":{\"cardNo\":" + DIGITS + "}}",
                "{\"payment\":{\"cardNo\":[\"" + NUMBER + "\"]}}",
                "{\"payment\":{\"cardType\":\"" + NUMBER + "\"}}",
                "{\"" + NUMBER + "\":1}",
                "{\"payment\":{\"cardNo\":\"" + NUMBER)) {
            Answer refused = shop.customer(1, "POST", "/api/v1/orders", body);
            assertThat(refused.status()).isEqualTo(400);
            answers.add(refused.body().toString());
        }
        answers.add(gateway.send(
                        "POST", "/api/v1/payments", "{\"cardNo\":\"" + NUMBER + "\",\"amount\":0}", "X-USER-ID", "1")
                .body()
                .toString());
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
        sendWhatIsRefused();
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
        answers.add(shop.operator("/api/v1/ops/orders/" + timedOut + "/timeline")
                .body()
                .toString());
        answers.add(shop.customer(1, "GET", "/api/v1/orders/" + timedOut + "/timeline", null)
                .body()
                .toString());
        answers.add(shop.get("/api/v1/products/1").body().toString());
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

    private static List<String> topics() {
        String brokers = api.getEnvironment().getRequiredProperty("camel.component.kafka.brokers");
        return Stream.of("orders", "payments", "catalog")
                .map(name -> api.getEnvironment().getRequiredProperty("commerce.topics." + name))
                .flatMap(topic -> KafkaTopicCopy.read(brokers, topic).stream())
                .map(KeptTexts::of)
                .toList();
    }
}
