package io.commerceroutes.routes.audit;

import static io.commerceroutes.routes.event.BackgroundErrors.BACKGROUND_ERRORS;
import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;

import io.commerceroutes.routes.audit.AuditReport.Invariant;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.observation.Figures;
import io.commerceroutes.routes.transaction.Transactions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/** Checks the invariants of the transaction side, all in one consistent snapshot: on a schedule, and for GET /ops/audit. */
public class AuditLedgersRoute extends RouteBuilder {
    public static final String AUDIT_LEDGERS = "audit-ledgers";
    public static final String AUDIT_LEDGERS_ON_SCHEDULE = "audit-ledgers-on-schedule";
    public static final String SHOW_AUDIT = "show-audit";

    private final Figures figures;

    public AuditLedgersRoute(Figures figures) {
        this.figures = figures;
    }

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/ops").tag("Operations")
            .get("/audit").id("get-ops-audit").outType(AuditReport.class).to("direct:" + SHOW_AUDIT);

        from("direct:" + SHOW_AUDIT)
            .routeId(SHOW_AUDIT)
            .routeDescription("Shows operators what the audit of the transaction side finds.")
            .routeConfigurationId(API_ERRORS)
            .to("direct:" + AUDIT_LEDGERS).id("audit-on-request")
            .process(exchange -> Answer.with(exchange, 200, exchange.getMessage().getBody())).id("answer-audit")
            .marshal().json().id("write-audit");

        from("quartz:audit/" + AUDIT_LEDGERS + "?cron={{commerce.audit.cron}}&stateful=true")
            .routeId(AUDIT_LEDGERS_ON_SCHEDULE)
            .routeDescription("By the clock, audits the ledgers and reports violations.")
            .routeConfigurationId(BACKGROUND_ERRORS)
            .to("direct:" + AUDIT_LEDGERS).id("audit-on-schedule")
            .filter(simple("${body.ok} == false")).id("unless-ok")
                .log(LoggingLevel.ERROR, "An invariant is violated: ${body}").id("report-violation")
            .end();

        from("direct:" + AUDIT_LEDGERS)
            .routeId(AUDIT_LEDGERS)
            .routeDescription("Checks the invariants of the transaction side by SQL.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.SNAPSHOT)
            .setHeader("graceSeconds", simple("{{commerce.audit.grace-seconds}}")).id("audit-grace")
            .setHeader("unsentSeconds", simple("{{commerce.audit.unsent-seconds}}")).id("audit-unsent")
            .to("sql:classpath:sql/audit/stock.sql?outputHeader=stock").id("audit-stock")
            .to("sql:classpath:sql/audit/points.sql?outputHeader=points").id("audit-points")
            .to("sql:classpath:sql/audit/coupons.sql?outputHeader=coupons").id("audit-coupons")
            .to("sql:classpath:sql/audit/payments.sql?outputHeader=payments").id("audit-payments")
            .to("sql:classpath:sql/audit/events.sql?outputHeader=events").id("audit-events")
            .to("sql:classpath:sql/audit/catalogue.sql?outputHeader=catalogue").id("audit-catalogue")
            .process(AuditLedgersRoute::report).id("report")
            .process(exchange -> exchange.getMessage().getBody(AuditReport.class).show(figures)).id("show-violations");
        // spotless:on
    }

    private static void report(Exchange exchange) {
        exchange.getMessage()
                .setBody(AuditReport.of(Stream.of("stock", "points", "coupons", "payments", "events", "catalogue")
                        .map(name -> Invariant.of(name, rows(exchange, name)))
                        .toList()));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Exchange exchange, String name) {
        return exchange.getMessage().getHeader(name, List.class);
    }
}
