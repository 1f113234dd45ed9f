package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.app.Role;
import io.commerceroutes.local.platform.ShopClient.Answer;
import io.commerceroutes.routes.order.PlaceOrderRoute;
import io.commerceroutes.routes.payment.SettlePaymentRoute;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** One order's trace, as it is exported: every step from its request to its counts, each where it belongs. */
class TraceIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String ORDERS = "POST /api/v1/orders";
    private static final String CALLBACK = "POST /api/v1/payments/callback";
    private static final String CUSTOMERS_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CUSTOMERS_SPAN = "00f067aa0ba902b7";

    private static final KnownCardNumber CARD = new KnownCardNumber("4929-8765-4321-0987");

    private static OtlpReceiver receiver;
    private static TestPlatform platform;
    private static ShopClient shop;
    private static ShopClient gateway;
    private static String sendOrderEvent;
    private static LogLines placedLines;
    private static LogLines settledLines;

    @BeforeAll
    static void start() {
        receiver = new OtlpReceiver();
        platform = new TestPlatform();
        gateway = new ShopClient(TestPlatform.baseUrl(platform.startSimulator(8080)));
        gateway.send("PUT", "/api/v1/simulator/scenario", "{\"preset\":\"fast\",\"callbackLossRate\":1}");
        Map<String, Object> settings = new HashMap<>(receiver.everyRequest());
        settings.put("commerce.payment.gateway-url", gateway.baseUrl());
        // An answer that comes late on a busy machine is no reason to ask again: that would be another trace.
        settings.put("camel.component.http.response-timeout", "20000");
        settings.put("camel.component.http.so-timeout", "20000");
        settings.put("commerce.payment.call-max", "25s");
        // Only a call of the gateway has a payment looked at.
        settings.put("commerce.payment.reconcile-cron", "0+0+0+1+1+?+2099");
        ConfigurableApplicationContext api = platform.start(Role.API, settings);
        platform.start(Role.COLLECTOR, receiver.everyRequest());
        shop = new ShopClient(TestPlatform.baseUrl(api));
        sendOrderEvent = "send " + api.getEnvironment().getRequiredProperty("commerce.topics.orders");
        placedLines = LogLines.inDetail(PlaceOrderRoute.class);
        settledLines = LogLines.inDetail(SettlePaymentRoute.class);
    }

    @AfterAll
    static void stop() {
        placedLines.close();
        settledLines.close();
        platform.close();
        receiver.close();
    }

    @Test
    void an_order_by_points_is_one_trace_from_the_customers_request_to_the_counts() {
        Answer answer = order(
                "{\"method\":\"POINT\"}",
                "traceparent",
                "00-%s-%s-01".formatted(CUSTOMERS_TRACE, CUSTOMERS_SPAN),
                "X-Correlation-Id",
                "checkout-7");
        String orderId = answer.text("orderId");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers().firstValue("X-Correlation-Id")).contains("checkout-7");

        awaitSpans(traces -> {
            ReceivedSpan request = traces.request(ORDERS, orderId);
            assertThat(request.kind()).isEqualTo(SpanKind.SPAN_KIND_SERVER);
            assertThat(request.traceId()).isEqualTo(CUSTOMERS_TRACE);
            assertThat(request.parentId()).isEqualTo(CUSTOMERS_SPAN);
            ReceivedSpan transaction = traces.down(request, "place-order", "place-order-transaction");
            List<ReceivedSpan> sent = traces.below(transaction, sendOrderEvent);
            assertThat(sent).hasSize(2);
            sent.forEach(event -> assertCounted(traces, transaction, event));
            assertInOrder(request, traces.down(request, "place-order"), transaction);
        });
        assertMarked(placedLines, orderId, CUSTOMERS_TRACE, "checkout-7");
    }

    @Test
    void an_order_by_card_is_one_trace_that_the_gateways_call_is_linked_to() {
        Answer answer = order("{\"method\":\"CARD\",\"cardType\":\"KB\",\"cardNo\":\"%s\"}".formatted(CARD.number()));
        String orderId = answer.text("orderId");
        assertThat(answer.status()).isEqualTo(202);
        callBackOnceCharged(orderId);

        awaitSpans(traces -> {
            ReceivedSpan placing = traces.down(traces.request(ORDERS, orderId), "place-order");
            ReceivedSpan placed = traces.down(placing, "place-order-transaction");
            ReceivedSpan asking = traces.down(placing, "request-payment-after-commit", "request-payment");
            assertThat(traces.down(asking, "send-attempt").kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
            assertInOrder(placed, asking, traces.down(asking, "claim-attempt"), traces.down(asking, "send-attempt"));
            traces.down(asking, "settle-payment", "settle-payment-transaction");

            ReceivedSpan call = traces.request(CALLBACK, orderId);
            assertThat(call.traceId()).isNotEqualTo(placed.traceId());
            ReceivedSpan calledAbout = traces.down(call, "payment-callback", "reconcile-called-about");
            ReceivedSpan reconciling =
                    traces.linkedTo(calledAbout, "reconcile-payment").getFirst();
            assertThat(reconciling.parentId()).isEqualTo(placed.id());
            ReceivedSpan pursuing = traces.down(reconciling, "pursue-payment");
            ReceivedSpan lookingUp = traces.down(pursuing, "look-up-payment");
            traces.down(lookingUp, "look-up-transactions", "look-up-transaction");
            ReceivedSpan paid = traces.down(pursuing, "settle-payment", "settle-payment-transaction");
            assertInOrder(asking, calledAbout, reconciling, lookingUp, paid);
            assertThat(paid.traceId()).isEqualTo(placed.traceId());
            traces.below(paid, sendOrderEvent).forEach(event -> assertCounted(traces, paid, event));
            assertThat(traces.below(paid, sendOrderEvent)).hasSize(1);
        });
        assertThat(receiver.spans()).map(ReceivedSpan::toString).noneMatch(CARD::isIn);
        String trace =
                new ReceivedTraces(receiver.spans()).request(ORDERS, orderId).traceId();
        assertMarked(placedLines, orderId, trace, trace);
        assertThat(settledLines.marksOf(orderId))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(marks ->
                        assertThat(marks).containsEntry("trace.id", trace).containsEntry("order.id", orderId));
    }

    /** The event left after its transaction began, and is in a batch that came later and whose counts were written. */
    private static void assertCounted(ReceivedTraces traces, ReceivedSpan transaction, ReceivedSpan event) {
        assertThat(event.kind()).isEqualTo(SpanKind.SPAN_KIND_PRODUCER);
        assertThat(event.service()).isEqualTo("commerce-api");
        ReceivedSpan batch = traces.linkedTo(event, "collect-metrics").getFirst();
        assertThat(batch.service()).isEqualTo("commerce-collector");
        assertThat(batch.kind()).isEqualTo(SpanKind.SPAN_KIND_CONSUMER);
        ReceivedSpan counting = traces.down(batch, "count-batch");
        ReceivedSpan counted = traces.below(counting, "retry-counting").getLast();
        assertInOrder(transaction, event, batch, counting, counted, traces.down(counted, "count-events"));
    }

    private static void assertInOrder(ReceivedSpan... spans) {
        assertThat(spans).extracting(ReceivedSpan::begunNanos).isSorted();
    }

    private static void assertMarked(LogLines lines, String orderId, String trace, String correlation) {
        assertThat(lines.marksOf(orderId))
                .isNotEmpty()
                .allSatisfy(marks -> assertThat(marks)
                        .containsEntry("trace.id", trace)
                        .containsEntry("correlation.id", correlation)
                        .containsEntry("order.id", orderId));
    }

    private static void awaitSpans(Consumer<ReceivedTraces> expectation) {
        await().atMost(LIMIT)
                .ignoreExceptions()
                .untilAsserted(() -> expectation.accept(new ReceivedTraces(receiver.spans())));
    }

    /** After a stranger, as the gateway does when both sides know of the transaction. */
    private static void callBackOnceCharged(String orderId) {
        String requested = "SELECT t.transaction_key FROM payment p JOIN payment_transaction t USING (order_id)"
                + " WHERE p.order_id = ? AND p.status = 'REQUESTED'";
        List<String> keys = await().atMost(LIMIT)
                .until(
                        () -> platform.jdbc(Role.API).queryForList(requested, String.class, orderId),
                        found -> !found.isEmpty());
        await().atMost(LIMIT)
                .until(() -> gateway.get("/api/v1/simulator/ledger?orderId=" + orderId)
                                .body()
                                .at("/items/0/captured")
                                .asLong()
                        > 0);
        callBack(CARD.number(), CARD.number());
        callBack(keys.getFirst(), orderId);
    }

    private static void callBack(String transactionKey, String orderId) {
        String body = "{\"transactionKey\":\"%s\",\"orderId\":\"%s\",\"status\":\"SUCCESS\"}"
                .formatted(transactionKey, orderId);
        Answer answer = shop.send("POST", "/api/v1/payments/callback", body, "X-Correlation-Id", CARD.number());
        assertThat(answer.status()).isEqualTo(200);
    }

    private static Answer order(String payment, String... headers) {
        String body = "{\"items\":[{\"productId\":1,\"quantity\":1}],\"payment\":%s}".formatted(payment);
        return shop.customer(1, "POST", "/api/v1/orders", body, headers);
    }
}
