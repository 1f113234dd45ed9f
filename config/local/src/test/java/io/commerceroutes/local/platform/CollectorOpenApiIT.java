package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Real answers of commerce-collector are what its document says: a success and a refusal, at least, of every operation. */
@OnSharedCollector
class CollectorOpenApiIT {
    private final RunningCollector collector;
    private final DocumentedAnswers answers;

    CollectorOpenApiIT(RunningCollector collector) {
        this.collector = collector;
        this.answers =
                new DocumentedAnswers(collector.client().get("/api-doc").raw().body());
    }

    @Test
    void every_endpoint_that_is_served_is_documented() {
        answers.assertEndpointsAreThoseOf(collector.context());
    }

    @Test
    void every_operation_answers_as_documented() {
        collector.database().update("INSERT INTO product_metrics VALUES ('2026-03-09', 910, 5, 1, 1, 2, 2000)");
        aggregations();
        rankings();
        deadLetters();
        recounts();
        call("OPS", "/api/v1/ops/audit");
        call("CUSTOMER", "/api/v1/ops/audit");

        answers.assertAllWereSeen();
    }

    private void aggregations() {
        long runId = call("OPS", "/api/v1/ops/aggregations", "{\"period\":\"DAILY\",\"date\":\"2026-03-09\"}")
                .path("runId")
                .asLong();
        call("OPS", "/api/v1/ops/aggregations", "{}");
        awaitDone("/api/v1/ops/aggregations/" + runId);
        call("OPS", "/api/v1/ops/aggregations/0");
        call("OPS", "/api/v1/ops/aggregations");
        call("OPS", "/api/v1/ops/aggregations?size=0");
    }

    private void rankings() {
        call("ANYONE", "/api/v1/rankings?period=DAILY&date=2026-03-09");
        call("ANYONE", "/api/v1/rankings?period=YEARLY");
        call("ANYONE", "/api/v1/rankings/products/910?date=2026-03-09");
        call("ANYONE", "/api/v1/rankings/products/0");
        call("ANYONE", "/api/v1/rankings/products/910/explain?period=DAILY&date=2026-03-09");
        call("ANYONE", "/api/v1/rankings/products/0/explain?period=DAILY");
        call("ANYONE", "/api/v1/metrics/products/910?from=2026-03-01&to=2026-03-10");
        call("ANYONE", "/api/v1/metrics/products/910?from=2026-03-10&to=2026-03-01");
    }

    private void deadLetters() {
        UUID id = UUID.randomUUID();
        collector.events().send(collector.orders(), id, "OrderPaid", Instant.now(), "{");
        collector.events().flush();
        String letters = "/api/v1/ops/dead-letters?size=100";
        await().atMost(RunningCollector.LIMIT)
                .untilAsserted(
                        () -> assertThat(call("OPS", letters).at("/items").findValuesAsText("eventId"))
                                .contains(id.toString()));
        long letterId = call("OPS", letters).at("/items/0/id").asLong();
        call("OPS", "/api/v1/ops/dead-letters?size=0");
        call("OPS", "/api/v1/ops/dead-letters/" + letterId + "/replay", "");
        call("OPS", "/api/v1/ops/dead-letters/0/replay", "");
    }

    private void recounts() {
        String range = "{\"from\":\"2026-03-09\",\"to\":\"2026-03-09\"}";
        long recountId =
                call("OPS", "/api/v1/ops/recounts", range).path("recountId").asLong();
        call("OPS", "/api/v1/ops/recounts", "{}");
        awaitDone("/api/v1/ops/recounts/" + recountId);
        call("OPS", "/api/v1/ops/recounts/0");
        call("OPS", "/api/v1/ops/recounts");
        call("OPS", "/api/v1/ops/recounts?size=0");
    }

    private void awaitDone(String path) {
        await().atMost(RunningCollector.LIMIT)
                .untilAsserted(() ->
                        assertThat(call("OPS", path).path("state").asText()).isEqualTo("DONE"));
    }

    private JsonNode call(String who, String path) {
        CollectorClient client = collector.client();
        return checked("GET", path, "ANYONE".equals(who) ? client.get(path) : client.get(path, who));
    }

    private JsonNode call(String who, String path, String body) {
        return checked("POST", path, collector.client().post(path, who, body));
    }

    private JsonNode checked(String method, String path, CollectorClient.Answer answer) {
        HttpResponse<String> raw = answer.raw();
        answers.check(method, path, raw.statusCode(), raw.headers(), answer.body());
        return answer.body();
    }
}
