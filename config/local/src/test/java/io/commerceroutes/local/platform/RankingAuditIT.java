package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The collector's audit finds one wrong row. */
@OnSharedCollector
class RankingAuditIT {
    private final CollectorClient client;
    private final JdbcTemplate database;
    private final Aggregations aggregations;

    RankingAuditIT(RunningCollector collector) {
        this.client = collector.client();
        this.database = collector.database();
        this.aggregations = new Aggregations(client);
    }

    @Test
    void the_audit_turns_red_for_one_wrong_row_and_green_again() {
        LocalDate day = LocalDate.parse("2026-03-04");
        database.update(
                "INSERT INTO product_metrics VALUES (?, 900, 1, 0, 0, 0, 0), (?, 901, 2, 0, 0, 0, 0)", day, day);
        aggregations.run("DAILY", day);
        assertAudit("metrics", "2026-03-04", false);
        assertAudit("rankings", "DAILY/2026-03-04", false);

        database.update("UPDATE product_metrics_daily SET views = 7 WHERE product_id = 900");
        assertAudit("metrics", "2026-03-04", true);
        assertAudit("rankings", "DAILY/2026-03-04", true);
        aggregations.run("DAILY", day);
        database.update("UPDATE product_ranking SET product_id = 999 WHERE product_id = 901");
        assertAudit("rankings", "DAILY/2026-03-04", true);
        aggregations.run("DAILY", day);
        assertAudit("metrics", "2026-03-04", false);
        assertAudit("rankings", "DAILY/2026-03-04", false);
    }

    @Test
    void a_window_that_is_being_written_and_one_ranked_by_other_weights_are_not_audited_until_they_are_shown() {
        LocalDate day = LocalDate.parse("2026-03-05");
        database.update("INSERT INTO product_metrics VALUES (?, 902, 1, 0, 0, 0, 0)", day);
        aggregations.run("DAILY", day);
        database.update("UPDATE product_metrics_daily SET views = 7 WHERE product_id = 902");
        assertAudit("rankings", "DAILY/2026-03-05", true);

        database.update("UPDATE aggregation_window SET fence = fence + 1 WHERE period_start = ?", day);
        assertAudit("rankings", "DAILY/2026-03-05", false);
        database.update(
                "UPDATE aggregation_window SET fence = current_version, weights = '1/1/1' WHERE period_start = ?", day);
        assertAudit("rankings", "DAILY/2026-03-05", false);

        aggregations.run("DAILY", day);
        assertAudit("rankings", "DAILY/2026-03-05", false);
        database.update("UPDATE product_metrics_daily SET views = 7 WHERE product_id = 902");
        assertAudit("rankings", "DAILY/2026-03-05", true);
        aggregations.run("DAILY", day);
    }

    private void assertAudit(String invariant, String subject, boolean violated) {
        JsonNode audit = client.get("/api/v1/ops/audit", "OPS").body();
        assertThat(audit.has("invariants")).as(audit.toString()).isTrue();
        List<String> subjects = new ArrayList<>();
        audit.get("invariants").forEach(found -> {
            if (found.get("name").asText().equals(invariant)) {
                assertThat(found.get("checked").asLong()).isPositive();
                subjects.addAll(found.get("examples").findValuesAsText("subject"));
            }
        });
        assertThat(subjects.stream().anyMatch(found -> found.startsWith(subject)))
                .isEqualTo(violated);
        if (violated) {
            assertThat(audit.get("ok").asBoolean()).isFalse();
        }
    }
}
