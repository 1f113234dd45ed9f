package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.local.platform.CollectorClient.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bad input to the collector's endpoints: the contract's error, and a word on what is wrong. */
@OnSharedCollector
class CollectorInputIT {
    private final CollectorClient client;

    CollectorInputIT(RunningCollector collector) {
        this.client = collector.client();
    }

    @Test
    void bad_input_is_told_what_is_wrong_with_it() {
        assertThat(client.get("/api/v1/rankings").body().at("/errors/0/field").asText())
                .isEqualTo("period");
        for (String wrong : List.of(
                "period=YEARLY",
                "period=DAILY&date=2026-13-01",
                "period=DAILY&page=-1",
                "period=DAILY&size=101",
                "period=DAILY&date=9999-12-31")) {
            assertThat(client.get("/api/v1/rankings?" + wrong).status()).isEqualTo(400);
        }
        for (String wrong : List.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"period\":\"DAILY\"}",
                "{\"period\":1,\"date\":2}",
                "{\"period\":\"DAILY\",\"date\":\"2026-01-01\",\"more\":1}",
                "{\"period\":\"DAILY\",\"date\":\"x\"}")) {
            Answer answer = client.post("/api/v1/ops/aggregations", "OPS", wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.body().get("code").asText()).isIn("VALIDATION_FAILED", "MALFORMED_REQUEST");
        }
        assertThat(client.get("/api/v1/ops/aggregations/x", "OPS").status()).isEqualTo(404);
        assertThat(client.get("/api/v1/rankings/products/x").status()).isEqualTo(404);
        assertThat(client.get("/api/v1/metrics/products/1?from=2026-02-01&to=2026-01-01")
                        .status())
                .isEqualTo(400);
        for (String wrong : List.of(
                "",
                "{}",
                "{\"from\":\"2026-01-02\",\"to\":\"2026-01-01\"}",
                "{\"from\":\"2024-01-01\",\"to\":\"2026-01-01\"}",
                "{\"from\":\"2026-01-01\",\"to\":\"2026-01-01\",\"more\":1}",
                "{\"from\":20260101,\"to\":\"2026-01-01\"}")) {
            Answer answer = client.post("/api/v1/ops/recounts", "OPS", wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.body().get("code").asText()).isIn("VALIDATION_FAILED", "MALFORMED_REQUEST");
        }
        assertThat(client.get("/api/v1/ops/recounts/0", "OPS").status()).isEqualTo(404);
        assertThat(client.post("/api/v1/ops/recounts", "CUSTOMER", "{}").status())
                .isEqualTo(403);
        for (String letter : List.of("x", "0", "999999999999999999")) {
            Answer answer = client.post("/api/v1/ops/dead-letters/" + letter + "/replay", "OPS", "");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body().get("code").asText()).isEqualTo("DEAD_LETTER_NOT_FOUND");
        }
        assertThat(client.get("/api/v1/ops/dead-letters/1/replay", "OPS").status())
                .isEqualTo(405);
        assertThat(client.post("/api/v1/ops/dead-letters/1/replay", "CUSTOMER", "")
                        .status())
                .isEqualTo(403);
        assertThat(client.get("/api/v1/ops/aggregations").status()).isEqualTo(401);
        assertThat(client.get("/api/v1/ops/dead-letters", "CUSTOMER").status()).isEqualTo(403);
    }
}
