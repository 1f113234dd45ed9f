package io.commerceroutes.routes.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.domain.metrics.ProductCounts;
import io.commerceroutes.domain.recount.Difference;
import io.commerceroutes.domain.recount.Recount;
import io.commerceroutes.domain.recount.RecountRange;
import io.commerceroutes.domain.recount.RecountReport;
import io.commerceroutes.domain.recount.RecountState;
import io.commerceroutes.domain.recount.Recounts;
import io.commerceroutes.routes.collector.CollectorFlowTest;
import io.commerceroutes.routes.shop.Api.Reply;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecountApiTest extends CollectorFlowTest {
    private static final String RECOUNTS = "/api/v1/ops/recounts";
    private static final RecountRange RANGE = new RecountRange(TODAY.minusDays(3), TODAY);

    @Test
    void a_request_is_written_down_and_named() {
        when(recounts.request(RANGE)).thenReturn(5L);

        Reply answer = api.post(RECOUNTS, "{\"from\":\"2027-01-01\",\"to\":\"2027-01-04\"}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).hasValue(RECOUNTS + "/5");
        assertThat(answer.json().get("recountId").asLong()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"from\":\"2027-01-01\"}",
                "{\"to\":\"2027-01-01\"}",
                "{\"from\":\"x\",\"to\":\"2027-01-01\"}",
                "{\"from\":\"2027-01-02\",\"to\":\"2027-01-01\"}",
                "{\"from\":\"2025-11-26\",\"to\":\"2026-12-31\"}",
                "{\"from\":\"2027-01-01\",\"to\":\"2027-01-01\",\"more\":1}"
            })
    void a_request_that_is_not_one_is_refused(String body) {
        Reply answer = api.post(RECOUNTS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asText()).isIn("VALIDATION_FAILED", "MALFORMED_REQUEST");
        verifyNoInteractions(recounts);
    }

    @Test
    void a_recount_that_is_done_shows_what_it_found() {
        RecountReport report = new RecountReport(
                9,
                7,
                1,
                List.of("an-id"),
                NOW,
                1,
                List.of(new Difference(TODAY, 3, ProductCounts.ONE_VIEW, ProductCounts.NONE)));
        Recount done = new Recount(5, RANGE, RecountState.DONE, NOW, NOW, NOW, report, null);
        when(recounts.find(5)).thenReturn(Optional.of(done));
        when(recounts.page(0, 20)).thenReturn(new Recounts.Page(List.of(done), 1));

        JsonNode shown = ok(api.get(RECOUNTS + "/5"));

        assertThat(shown.get("state").asText()).isEqualTo("DONE");
        assertThat(shown.get("from").asText()).isEqualTo("2027-01-01");
        assertThat(shown.get("eventsRead").asLong()).isEqualTo(9);
        assertThat(shown.get("eventsCounted").asLong()).isEqualTo(7);
        assertThat(shown.get("missing").asLong()).isOne();
        assertThat(shown.at("/missingExamples/0").asText()).isEqualTo("an-id");
        assertThat(shown.has("earliestRetained")).isTrue();
        assertThat(shown.at("/differences/count").asLong()).isOne();
        assertThat(shown.at("/differences/examples/0/day").asText()).isEqualTo("2027-01-04");
        assertThat(shown.at("/differences/examples/0/stored/views").asLong()).isOne();
        assertThat(ok(api.get(RECOUNTS)).at("/items/0")).isEqualTo(shown);
    }

    @Test
    void one_that_waits_shows_nothing_found_and_one_that_there_is_none_of_is_not_found() {
        when(recounts.find(6))
                .thenReturn(Optional.of(new Recount(6, RANGE, RecountState.REQUESTED, NOW, null, null, null, null)));
        when(recounts.find(7)).thenReturn(Optional.empty());

        JsonNode shown = ok(api.get(RECOUNTS + "/6"));

        assertThat(shown.get("state").asText()).isEqualTo("REQUESTED");
        assertThat(shown.has("missing")).isFalse();
        assertThat(shown.has("differences")).isFalse();
        assertProblem(api.get(RECOUNTS + "/7"), 404, "RECOUNT_NOT_FOUND");
        assertProblem(api.get(RECOUNTS + "/x"), 404, "RECOUNT_NOT_FOUND");
    }
}
