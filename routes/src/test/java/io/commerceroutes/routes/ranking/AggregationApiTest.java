package io.commerceroutes.routes.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.domain.ranking.AggregationLedger;
import io.commerceroutes.domain.ranking.AggregationRun;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.PeriodWindow;
import io.commerceroutes.domain.ranking.RunOrigin;
import io.commerceroutes.domain.ranking.RunState;
import io.commerceroutes.routes.collector.CollectorFlowTest;
import io.commerceroutes.routes.shop.Api.Reply;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AggregationApiTest extends CollectorFlowTest {
    private static final String RUNS = "/api/v1/ops/aggregations";
    private static final PeriodWindow WEEK = Period.WEEKLY.windowOf(TODAY);

    @Test
    void a_request_for_a_run_is_written_down_and_named() {
        when(ledger.request(WEEK, RunOrigin.OPERATOR)).thenReturn(42L);

        Reply answer = api.post(RUNS, "{\"period\":\"WEEKLY\",\"date\":\"2027-01-05\"}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).hasValue("/api/v1/ops/aggregations/42");
        assertThat(answer.json().get("runId").asLong()).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[1]", "{", "{\"period\":\"DAILY\",\"date\":\"2026-11-24\",\"more\":1}"})
    void a_request_that_is_not_one_is_refused(String body) {
        assertThat(api.post(RUNS, body).status()).isEqualTo(400);
        verifyNoInteractions(ledger);
    }

    @Test
    void the_ledger_shows_how_runs_ended() {
        AggregationRun done = new AggregationRun(
                42, WEEK, RunOrigin.OPERATOR, RunState.DONE, 9L, NOW, NOW, "ranking", NOW.plusMillis(12), null);
        when(ledger.find(42)).thenReturn(Optional.of(done));
        when(ledger.page(0, 20)).thenReturn(new AggregationLedger.Page(List.of(done), 1));

        JsonNode run = ok(api.get(RUNS + "/42"));
        JsonNode page = ok(api.get(RUNS));

        assertThat(run.get("durationMillis").asInt()).isEqualTo(12);
        assertThat(page.at("/items/0")).isEqualTo(run);
        assertProblem(api.get(RUNS + "/43"), 404, "AGGREGATION_NOT_FOUND");
    }
}
