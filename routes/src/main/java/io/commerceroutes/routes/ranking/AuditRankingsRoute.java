package io.commerceroutes.routes.ranking;

import static io.commerceroutes.routes.event.BackgroundErrors.BACKGROUND_ERRORS;
import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;

import io.commerceroutes.domain.ranking.ScoreWeights;
import io.commerceroutes.routes.audit.AuditReport;
import io.commerceroutes.routes.audit.AuditReport.Invariant;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.observation.Figures;
import io.commerceroutes.routes.transaction.Transactions;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/** Checks the invariants of the collector's side, all in one consistent snapshot: on a schedule, and for GET /ops/audit. */
public class AuditRankingsRoute extends RouteBuilder {
    public static final String AUDIT_RANKINGS = "audit-rankings";
    public static final String AUDIT_RANKINGS_ON_SCHEDULE = "audit-rankings-on-schedule";
    public static final String SHOW_COLLECTOR_AUDIT = "show-collector-audit";

    private static final List<String> INVARIANTS = List.of("metrics", "rankings");

    private final ScoreWeights weights;
    private final Figures figures;

    public AuditRankingsRoute(RankingSettings settings, Figures figures) {
        this.weights = settings.weights();
        this.figures = figures;
    }

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/ops").tag("Operations")
            .get("/audit").id("get-collector-audit").outType(AuditReport.class).to("direct:" + SHOW_COLLECTOR_AUDIT);

        from("direct:" + SHOW_COLLECTOR_AUDIT)
            .routeId(SHOW_COLLECTOR_AUDIT)
            .routeDescription("Shows operators what the audit of the collector's side finds.")
            .routeConfigurationId(API_ERRORS)
            .to("direct:" + AUDIT_RANKINGS).id("audit-collector-on-request")
            .process(exchange -> Answer.with(exchange, 200, exchange.getMessage().getBody())).id("answer-collector-audit")
            .marshal().json().id("write-collector-audit");

        from("quartz:audit/" + AUDIT_RANKINGS + "?cron={{commerce.ranking-audit.cron}}&stateful=true")
            .routeId(AUDIT_RANKINGS_ON_SCHEDULE)
            .routeDescription("Audits the collector's side by the clock.")
            .routeConfigurationId(BACKGROUND_ERRORS)
            .to("direct:" + AUDIT_RANKINGS).id("audit-collector-on-schedule")
            .filter(simple("${body.ok} == false")).id("unless-collector-is-ok")
                .log(LoggingLevel.ERROR, "An invariant is violated: ${body}").id("report-collector-violation")
            .end();

        from("direct:" + AUDIT_RANKINGS)
            .routeId(AUDIT_RANKINGS)
            .routeDescription("Checks by SQL that metrics and rankings say the same.")
            .transacted(Transactions.SNAPSHOT)
            .process(this::parameters).id("audit-parameters")
            .to("sql:classpath:sql/ranking/audit-metrics.sql?outputHeader=metrics").id("audit-metrics")
            .to("sql:classpath:sql/ranking/audit-rankings.sql?outputHeader=rankings").id("audit-versions")
            .process(AuditRankingsRoute::report).id("report-rankings")
            .process(exchange -> exchange.getMessage().getBody(AuditReport.class).show(figures)).id("show-collector-violations");
        // spotless:on
    }

    private void parameters(Exchange exchange) {
        exchange.getMessage()
                .setBody(Map.of(
                        "viewWeight", weights.view(),
                        "likeWeight", weights.like(),
                        "unitWeight", weights.unit(),
                        "weights", weights.label(),
                        "windowsMax",
                                Integer.valueOf(exchange.getContext()
                                        .resolvePropertyPlaceholders("{{commerce.ranking-audit.windows-max}}"))));
    }

    private static void report(Exchange exchange) {
        exchange.getMessage()
                .setBody(AuditReport.of(INVARIANTS.stream()
                        .map(name -> Invariant.of(name, rows(exchange, name)))
                        .toList()));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Exchange exchange, String name) {
        return exchange.getMessage().getHeader(name, List.class);
    }
}
