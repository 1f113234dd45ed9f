package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.RunningCollector.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.local.platform.CollectorClient.Answer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Runs that an operator asks a collector for, and the rankings that come of them. */
final class Aggregations {
    private static final String RUNS = "/api/v1/ops/aggregations";

    private final CollectorClient client;

    Aggregations(CollectorClient client) {
        this.client = client;
    }

    /** Answers the id of the run, once it is done. */
    long run(String period, LocalDate date) {
        long runId = request(period, date);
        awaitState(runId, "DONE");
        return runId;
    }

    long request(String period, LocalDate date) {
        Answer answer = client.post(RUNS, "OPS", "{\"period\":\"%s\",\"date\":\"%s\"}".formatted(period, date));
        assertThat(answer.status()).isEqualTo(202);
        long runId = answer.body().get("runId").asLong();
        assertThat(answer.raw().headers().firstValue("Location")).hasValue(RUNS + "/" + runId);
        return runId;
    }

    void awaitState(long runId, String state) {
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(show(runId).get("state").asText()).isEqualTo(state));
    }

    JsonNode show(long runId) {
        return client.get(RUNS + "/" + runId, "OPS").body();
    }

    JsonNode ranking(String period, LocalDate date) {
        return client.get("/api/v1/rankings?size=100&period=%s&date=%s".formatted(period, date))
                .body();
    }

    static Map<Long, JsonNode> byProduct(JsonNode ranking) {
        Map<Long, JsonNode> items = new HashMap<>();
        ranking.get("items").forEach(item -> items.put(item.get("productId").asLong(), item));
        return items;
    }
}
