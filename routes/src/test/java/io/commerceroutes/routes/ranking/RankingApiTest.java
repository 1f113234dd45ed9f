package io.commerceroutes.routes.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.domain.metrics.DayCount;
import io.commerceroutes.domain.metrics.ProductCounts;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.PeriodWindow;
import io.commerceroutes.domain.ranking.RankedProduct;
import io.commerceroutes.domain.ranking.Ranking;
import io.commerceroutes.routes.collector.CollectorFlowTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingApiTest extends CollectorFlowTest {
    private static final PeriodWindow WEEK = Period.WEEKLY.windowOf(TODAY);
    private static final RankedProduct TEA =
            new RankedProduct(1, 7, "Tea", new BigDecimal("10.0000"), new ProductCounts(4, 3, 6, 15, 900));

    @Test
    void a_ranking_is_answered_page_by_page_with_its_window() {
        when(rankings.page(WEEK, 2, 10)).thenReturn(new Ranking(WEEK, true, NOW, List.of(TEA), 21));

        JsonNode body = ok(api.get("/api/v1/rankings?period=WEEKLY&page=2&size=10"));

        assertThat(body.get("from").asText()).isEqualTo("2027-01-04");
        assertThat(body.get("label").asText()).isEqualTo("2027-W01");
        assertThat(body.get("final").asBoolean()).isTrue();
        assertThat(body.get("totalCount").asInt()).isEqualTo(21);
        assertThat(body.at("/items/0/score").asText()).isEqualTo("10");
        assertThat(body.at("/items/0/salesAmount").asInt()).isEqualTo(900);
        assertThat(body.at("/items/0/ordersCreated").asInt()).isEqualTo(6);
    }

    @Test
    void a_products_places_are_those_it_has_today() {
        when(rankings.ofProduct(any(), anyLong())).thenReturn(Optional.empty());
        when(rankings.ofProduct(WEEK, 7)).thenReturn(Optional.of(new Ranking(WEEK, false, NOW, List.of(TEA), 9)));

        JsonNode body = ok(api.get("/api/v1/rankings/products/7"));

        assertThat(body.get("date").asText()).isEqualTo("2027-01-04");
        assertThat(body.get("rankings")).hasSize(1);
        assertThat(body.at("/rankings/0/rank").asInt()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"products/7", "products/7/explain?period=DAILY", "products/x"})
    void a_product_that_is_not_ranked_is_not_found(String path) {
        when(rankings.ofProduct(any(), anyLong())).thenReturn(Optional.empty());

        assertProblem(api.get("/api/v1/rankings/" + path), 404, "RANKING_NOT_FOUND");
    }

    @Test
    void a_score_is_explained_day_by_day() {
        when(rankings.ofProduct(WEEK, 7)).thenReturn(Optional.of(new Ranking(WEEK, false, NOW, List.of(TEA), 9)));
        when(rankings.daysOf(WEEK, 7)).thenReturn(List.of(new DayCount(TODAY, 7, new ProductCounts(4, 3, 0, 15, 900))));

        JsonNode body = ok(api.get("/api/v1/rankings/products/7/explain?period=WEEKLY&date=2027-01-05"));

        assertThat(body.at("/days/0/score").asText()).isEqualTo("10");
        assertThat(body.at("/weights/unit").asText()).isEqualTo("0.6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily", "YEARLY", ""})
    void a_period_that_is_none_is_told_by_name(String period) {
        JsonNode problem =
                assertProblem(api.get("/api/v1/rankings?date=soon&period=" + period), 400, "VALIDATION_FAILED");

        assertThat(problem.get("errors").findValuesAsText("field")).containsExactly("period", "date");
    }
}
