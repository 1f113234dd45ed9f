package io.commerceroutes.routes.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.routes.collector.CollectorFlowTest;
import io.commerceroutes.routes.observation.Figure;
import java.util.List;
import java.util.Map;
import org.apache.camel.EndpointInject;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AuditRankingsRouteTest extends CollectorFlowTest {
    @EndpointInject("mock:sql:classpath:sql/ranking/audit-metrics.sql")
    private MockEndpoint metricsAudit;

    @EndpointInject("mock:sql:classpath:sql/ranking/audit-rankings.sql")
    private MockEndpoint rankingsAudit;

    @Test
    void an_audit_names_what_is_wrong() {
        answer(metricsAudit, "metrics", Map.of("finding", "checked", "subject", "days", "detail", "3"));
        answer(
                rankingsAudit,
                "rankings",
                Map.of("finding", "violation", "subject", "DAILY/2026-11-22/7", "detail", "should be ranked 1"));

        JsonNode body = ok(api.get("/api/v1/ops/audit"));

        assertThat(body.get("ok").asBoolean()).isFalse();
        assertThat(body.findValuesAsText("name")).containsExactly("metrics", "rankings");
        assertThat(body.at("/invariants/0/checked").asInt()).isEqualTo(3);
        assertThat(body.at("/invariants/1/examples/0/subject").asText()).isEqualTo("DAILY/2026-11-22/7");
    }

    @Test
    void the_schedule_shows_and_says_what_is_violated(CapturedOutput log) {
        answer(metricsAudit, "metrics", Map.of("finding", "checked", "subject", "days", "detail", "3"));
        answer(
                rankingsAudit,
                "rankings",
                Map.of("finding", "violation", "subject", "DAILY/2026-11-22/7", "detail", "should be ranked 1"));

        producer.sendBody(triggerOf(AuditRankingsRoute.AUDIT_RANKINGS_ON_SCHEDULE), null);

        assertThat(observed.from("audit"))
                .containsExactly(
                        new Figure("commerce.invariant.violations", "metrics", 0),
                        new Figure("commerce.invariant.violations", "rankings", 1));
        assertThat(log).contains("An invariant is violated").contains("should be ranked 1");
    }

    private static void answer(MockEndpoint statement, String header, Map<String, Object> row) {
        statement.whenAnyExchangeReceived(exchange -> exchange.getMessage().setHeader(header, List.of(row)));
    }
}
