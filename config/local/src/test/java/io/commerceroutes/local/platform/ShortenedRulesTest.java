package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortenedRulesTest {
    @Test
    void times_are_divided_and_nothing_else() {
        String rules = """
                expr: max(commerce_outbox_age_seconds) > 60 and sum(rate(x_total{y="5m"}[5m])) > 0.02
                for: 2m
                expr: min by (job) (age_seconds{source="audit"}) > 1200 and lag_records > 5000
                for: 30s
                """;

        assertThat(new ShortenedRules(12).of(rules)).isEqualTo("""
                        expr: max(commerce_outbox_age_seconds) > 5 and sum(rate(x_total{y="5m"}[25s])) > 0.02
                        for: 10s
                        expr: min by (job) (age_seconds{source="audit"}) > 100 and lag_records > 5000
                        for: 2s
                        """);
    }

    @Test
    void divided_by_one_they_mean_what_they_meant() {
        assertThat(new ShortenedRules(1).of("for: 2m [1h] x_seconds > 60"))
                .isEqualTo("for: 120s [3600s] x_seconds > 60");
    }
}
