package io.commerceroutes.drills;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.local.platform.ShopClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Refunds that failed, as operators see them.
 *
 * @param won by transaction key
 * @param withoutOne payments that are listed though none of their refunds failed
 */
record ListedRefunds(Map<String, Long> won, List<String> withoutOne) {
    private static final int PAGE_SIZE = 100;
    private static final int PAGES_MAX = 100;
    private static final String PATH = "/api/v1/ops/payments?status=REFUND_FAILED&size=%d&page=%d";

    static ListedRefunds of(ShopClient shop) {
        ListedRefunds listed = new ListedRefunds(new HashMap<>(), new ArrayList<>());
        for (int page = 0; page < PAGES_MAX; page++) {
            JsonNode items =
                    shop.operator(PATH.formatted(PAGE_SIZE, page)).body().path("items");
            items.forEach(listed::add);
            if (items.size() < PAGE_SIZE) {
                return listed;
            }
        }
        throw new AssertionError("More than %d pages of refunds that failed".formatted(PAGES_MAX));
    }

    private void add(JsonNode payment) {
        int before = won.size();
        for (JsonNode transaction : payment.path("transactions")) {
            if ("FAILED".equals(transaction.path("refundState").asText())) {
                won.put(
                        transaction.path("transactionKey").asText(),
                        transaction.path("amount").asLong());
            }
        }
        if (won.size() == before) {
            withoutOne.add(payment.path("orderId").asText());
        }
    }
}
