package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.util.List;
import java.util.stream.StreamSupport;

/** One customer of the shop: orders by card, cancels, and looks at the points. */
record Customer(ShopClient shop, long userId) {
    private static final String BY_CARD = "{\"items\":[{\"productId\":%d,\"quantity\":%d}],\"usePoints\":%d,"
            + "\"payment\":{\"method\":\"CARD\",\"cardType\":\"KB\",\"cardNo\":\"%s\"}}";

    /** A new one, who has no points. */
    static Customer register(ShopClient shop, String loginId) {
        Answer answer = shop.send(
                "POST", "/api/v1/users", "{\"loginId\":\"%1$s\",\"email\":\"%1$s@example.org\"}".formatted(loginId));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return new Customer(shop, answer.body().path("userId").asLong());
    }

    Answer orderByCard(long productId, int quantity, long usePoints, String cardNumber) {
        String body = BY_CARD.formatted(productId, quantity, usePoints, cardNumber);
        Answer answer = shop.customer(userId, "POST", "/api/v1/orders", body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        return answer;
    }

    void cancel(String orderId) {
        Answer answer = shop.customer(userId, "POST", "/api/v1/orders/" + orderId + "/cancel", null);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    long points() {
        return get("/api/v1/points").path("balance").asLong();
    }

    /** Kind, points and order of each movement, newest first. */
    List<String> movements() {
        return StreamSupport.stream(get("/api/v1/points/history").path("items").spliterator(), false)
                .map(item -> "%s %d %s"
                        .formatted(
                                item.path("kind").asText(),
                                item.path("delta").asLong(),
                                item.path("orderId").asText()))
                .toList();
    }

    private JsonNode get(String path) {
        return shop.customer(userId, "GET", path, null).body();
    }
}
