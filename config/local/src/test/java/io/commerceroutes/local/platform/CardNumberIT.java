package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.app.Role;
import io.commerceroutes.embedded.LocalPort;
import io.commerceroutes.routes.order.PlaceOrderRoute;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
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
    private static final KnownCardNumber CARD = new KnownCardNumber("4929-8765-4321-0987");
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String SECRET = "shared by the gateway and the shop";

    private static TestPlatform platform;
    private static ConfigurableApplicationContext api;
    private static ShopClient shop;
    private static ShopClient gateway;
    private static OtlpReceiver traces;
    private static LogLines orders;

    @BeforeAll
    static void start() {
        int port = LocalPort.free();
        traces = new OtlpReceiver();
        platform = new TestPlatform();
        gateway = new ShopClient(
                TestPlatform.baseUrl(platform.startSimulator(port, Map.of("pg.callback-secret", SECRET))));
        Map<String, Object> settings = new HashMap<>(traces.everyRequest());
        settings.put("server.port", port);
        settings.put("commerce.payment.gateway-url", gateway.baseUrl());
        settings.put("commerce.payment.callback-url", "http://localhost:%d/api/v1/payments/callback".formatted(port));
        settings.put("commerce.payment.callback-secret", SECRET);
        api = platform.start(Role.API, settings);
        shop = new ShopClient("http://127.0.0.1:" + port);
        orders = LogLines.inDetail(PlaceOrderRoute.class);
    }

    @AfterAll
    static void stop() {
        orders.close();
        platform.close();
        traces.close();
    }

    @Test
    void it_is_in_no_table_topic_cache_log_answer_page_span_or_jmx_value(CapturedOutput log) throws Exception {
        GatewayBooks books = new GatewayBooks(gateway, platform.jdbc(Role.API));
        CardNumberPaths paths = new CardNumberPaths(CARD, shop, gateway, books, new GatewayCalls(shop, SECRET));
        paths.drive();
        await().atMost(LIMIT).until(() -> spans().anyMatch(span -> span.contains("send-attempt")));
        CamelContext flows = api.getBean(CamelContext.class);
        List<String> jmx = JmxValues.all();
        assertThat(jmx).contains(flows.getName());

        assertSoftly(places -> {
            CARD.assertNotIn(places, "answers", paths.answers());
            CARD.assertNotIn(places, "pages", ReadablePages.all(shop, gateway));
            CARD.assertNotIn(places, "tables", KeptTexts.tables(platform.jdbc(Role.API)));
            CARD.assertNotIn(places, "topics", topics());
            CARD.assertNotIn(places, "Redis", RedisContents.all(api.getBean(RedisConnectionFactory.class)));
            CARD.assertNotIn(places, "spans", spans().toList());
            CARD.assertNotIn(places, "JMX", jmx);
            CARD.assertNotIn(places, "Jolokia", JolokiaValues.all(flows, CardNumberIT::jolokia));
            CARD.assertNotIn(places, "marks of log lines", orders.all());
            CARD.assertNotIn(places, "log", log.getAll().lines().toList());
        });
    }

    private static JsonNode jolokia(String request) {
        return shop.as(1, "OPS", "POST", JolokiaValues.PATH, request).body();
    }

    private static Stream<String> spans() {
        return traces.spans().stream().map(ReceivedSpan::toString);
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
