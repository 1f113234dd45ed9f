package io.commerceroutes.routes.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.domain.metrics.DayCount;
import io.commerceroutes.domain.metrics.DeadLetters;
import io.commerceroutes.domain.metrics.ProductCounts;
import io.commerceroutes.routes.collector.CollectorFlowTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsApiTest extends CollectorFlowTest {
    @Test
    void a_products_counts_are_those_of_the_last_thirty_days() {
        when(metrics.ofProduct(7, TODAY.minusDays(29), TODAY))
                .thenReturn(List.of(new DayCount(TODAY, 7, ProductCounts.ONE_VIEW)));

        JsonNode body = ok(api.get("/api/v1/metrics/products/7"));

        assertThat(body.at("/items/0/views").asInt()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=2027-01-05", "from=2020-01-01"})
    void days_that_end_before_they_begin_or_are_too_many_are_refused(String days) {
        assertProblem(api.get("/api/v1/metrics/products/7?" + days), 400, "VALIDATION_FAILED");
    }

    @Test
    void dead_letters_are_listed() {
        when(deadLetters.page(0, 20))
                .thenReturn(new DeadLetters.Page(
                        List.of(new DeadLetters.Entry(1, "t", 0, 9, null, "OrderPaid", "why", NOW, null)), 1));

        JsonNode body = ok(api.get("/api/v1/ops/dead-letters"));

        assertThat(body.at("/items/0/reason").asText()).isEqualTo("why");
    }
}
