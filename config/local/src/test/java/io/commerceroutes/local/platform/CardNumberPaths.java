package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.local.platform.ShopClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sends a card number down every path, the failing ones too, and keeps what was answered. */
final class CardNumberPaths {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String QUICK = "\"preset\":\"fast\"";
    private static final String CALLED = "CallbackReceived";
    private static final Duration BEYOND_THE_WINDOW = Duration.ofMinutes(6);

    private final KnownCardNumber card;
    private final ShopClient shop;
    private final ShopClient gateway;
    private final GatewayBooks books;
    private final GatewayCalls calls;
    private final List<String> answers = new ArrayList<>();

    CardNumberPaths(KnownCardNumber card, ShopClient shop, ShopClient gateway, GatewayBooks books, GatewayCalls calls) {
        this.card = card;
        this.shop = shop;
        this.gateway = gateway;
        this.books = books;
        this.calls = calls;
    }

    List<String> answers() {
        return answers;
    }

    void drive() {
        String paid = decided(QUICK);
        awaitNotes(paid, CALLED);
        decided(QUICK + ",\"outcomes\":{\"INVALID_CARD\":1}");
        decided(QUICK + ",\"acceptedButFailed\":true");
        play(QUICK + ",\"acceptedButTimesOut\":true");
        String timedOut = order(card.number()).text("orderId");
        play(QUICK + ",\"requestFailureRate\":1");
        String refused = order(card.number()).text("orderId");
        awaitNotes(timedOut, "AttemptEnded");
        awaitNotes(refused, "AttemptEnded");
        play("\"outage\":true");
        order(card.number());
        sendWhatIsRefused();
        callBackAbout(refused);
        play(QUICK);
        sendWhatTheGatewayRefuses();
        callByTheCard();
        awaitAllDecided();
        cancel(timedOut);
        awaitAllDecided();
        answers.add(timeline(timedOut));
        answers.add(timeline(refused));
        answers.add(shop.customer(1, "GET", "/api/v1/orders/" + timedOut + "/timeline", null)
                .body()
                .toString());
        answers.add(shop.get("/api/v1/products/1").body().toString());
    }

    /** Each with the number where it does not belong. */
    private void sendWhatIsRefused() {
        String number = card.number();
        for (String wrong : List.of(card.digits(), number + "0", " " + number, number.replace('-', ' '))) {
            assertThat(order(wrong).status()).isEqualTo(400);
        }
        for (String body : List.of(
                "{\"payment\":{\"cardNo\":" + card.digits() + "}}",
                "{\"payment\":{\"cardNo\":[\"" + number + "\"]}}",
                "{\"payment\":{\"cardType\":\"" + number + "\"}}",
                "{\"" + number + "\":1}",
                "{\"payment\":{\"cardNo\":\"" + number)) {
            answered(400, shop.customer(1, "POST", "/api/v1/orders", body));
        }
    }

    private void sendWhatTheGatewayRefuses() {
        String payment = "{\"orderId\":\"order-1\",\"cardType\":\"KB\",\"cardNo\":\"%s\",\"amount\":0}";
        for (String number : List.of(card.number(), card.number() + "0")) {
            answered(400, gateway.send("POST", "/api/v1/payments", payment.formatted(number), "X-USER-ID", "1"));
        }
    }

    /** Of a payment that the gateway knows nothing of, so that it did not call itself. */
    private void callBackAbout(String orderId) {
        String number = card.number();
        String body =
                "{\"transactionKey\":\"x\",\"orderId\":\"%s\",\"cardNo\":\"%s\",\"amount\":1,\"status\":\"SUCCESS\"}"
                        .formatted(orderId, number);
        answered(401, calls.unsigned(body));
        answered(401, calls.signedByAnother(body));
        answered(401, calls.signedAt(Instant.now().minus(BEYOND_THE_WINDOW), body));
        answered(401, calls.unsigned("{\"cardNo\":\"%s\"".formatted(number)));
        assertThat(timeline(orderId)).doesNotContain(CALLED);
        answered(200, calls.signed(body));
        assertThat(timeline(orderId)).contains(CALLED);
        answered(
                400,
                calls.signed("{\"transactionKey\":\"%1$s \",\"orderId\":\"x\",\"status\":\"%1$s\"}".formatted(number)));
        answered(400, calls.signed("{\"cardNo\":\"%s\"".formatted(number)));
        String misplaced = "{\"transactionKey\":\"%s\",\"orderId\":\"%s\",\"status\":\"SUCCESS\"}";
        answered(200, calls.signed(misplaced.formatted(number, orderId)));
        answered(200, calls.signed(misplaced.formatted(card.digits(), orderId)));
        answered(200, calls.signed(misplaced.formatted("y", number)));
    }

    private void callByTheCard() {
        for (String name : List.of(card.number(), card.digits(), card.number().replace('-', '.'))) {
            Answer answer = order(card.number(), "X-Correlation-Id", name);
            assertThat(answer.status()).isEqualTo(202);
            answers.add(answer.headers().map().toString());
        }
    }

    private void answered(int status, Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        answers.add(answer.body().toString());
    }

    private String decided(String scenario) {
        play(scenario);
        String orderId = order(card.number()).text("orderId");
        awaitAllDecided();
        return orderId;
    }

    private Answer order(String cardNumber, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Idempotency-Key";
        all[headers.length + 1] = "key-" + answers.size();
        Answer answer = shop.customer(
                1,
                "POST",
                "/api/v1/orders",
                "{\"items\":[{\"productId\":1,\"quantity\":1}],\"payment\":{\"method\":\"CARD\",\"cardType\":\"KB\",\"cardNo\":\"%s\"}}"
                        .formatted(cardNumber),
                all);
        answers.add(answer.body().toString());
        return answer;
    }

    private void cancel(String orderId) {
        answered(200, shop.customer(1, "POST", "/api/v1/orders/" + orderId + "/cancel", null));
    }

    private void awaitAllDecided() {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(books.undecided()).isZero());
    }

    private void awaitNotes(String orderId, String type) {
        await().atMost(LIMIT).until(() -> timeline(orderId).contains(type));
    }

    private String timeline(String orderId) {
        return shop.operator("/api/v1/ops/orders/" + orderId + "/timeline")
                .body()
                .toString();
    }

    private void play(String fields) {
        assertThat(gateway.send("PUT", "/api/v1/simulator/scenario", "{" + fields + "}")
                        .status())
                .isEqualTo(200);
    }
}
