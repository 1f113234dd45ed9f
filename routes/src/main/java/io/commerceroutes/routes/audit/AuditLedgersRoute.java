package io.commerceroutes.routes.audit;

import static io.commerceroutes.routes.audit.GatewayAudit.GATEWAY;
import static io.commerceroutes.routes.event.BackgroundErrors.BACKGROUND_ERRORS;
import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;
import static io.commerceroutes.routes.payment.LookUpPaymentRoute.LOOK_UP_PAYMENT;
import static io.commerceroutes.routes.payment.PaymentVariables.AFRESH;
import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;

import io.commerceroutes.domain.settlement.CardPayments;
import io.commerceroutes.domain.settlement.Finding;
import io.commerceroutes.routes.audit.AuditReport.Invariant;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.observation.Figures;
import io.commerceroutes.routes.transaction.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * Checks the invariants of the transaction side: those of its tables in one consistent snapshot, then the newest settled
 * card orders against what the gateway says. On a schedule, and for GET /ops/audit. It changes nothing, and a gateway
 * that does not answer is no violation: then fewer orders are checked.
 */
public class AuditLedgersRoute extends RouteBuilder {
    public static final String AUDIT_LEDGERS = "audit-ledgers";
    public static final String AUDIT_LEDGERS_ON_SCHEDULE = "audit-ledgers-on-schedule";
    public static final String SHOW_AUDIT = "show-audit";

    private static final String AUDIT_TABLES = "audit-tables";
    private static final String AUDIT_GATEWAY = "audit-gateway";
    private static final String AUDIT_ORDER_AT_GATEWAY = "audit-order-at-gateway";
    private static final List<String> BY_SQL = List.of("stock", "points", "coupons", "payments", "events", "catalogue");
    private static final String IN_TABLES = "invariants-in-tables";
    private static final String SETTLED_ORDERS = "settled-orders";

    private final CardPayments payments;
    private final GatewayAudit gateway;
    private final Figures figures;

    public AuditLedgersRoute(CardPayments payments, GatewayAudit gateway, Figures figures) {
        this.payments = payments;
        this.gateway = gateway;
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
            .routeDescription("Checks the invariants of the transaction side: by SQL, then by asking the gateway.")
            .errorHandler(noErrorHandler())
            .to("direct:" + AUDIT_TABLES).id("check-tables")
            .setVariable(IN_TABLES, body()).id("keep-what-tables-say")
            .to("direct:" + AUDIT_GATEWAY).id("check-gateway")
            .process(AuditLedgersRoute::report).id("report")
            .process(exchange -> exchange.getMessage().getBody(AuditReport.class).show(figures)).id("show-violations");

        from("direct:" + AUDIT_TABLES)
            .routeId(AUDIT_TABLES)
            .routeDescription("Checks the invariants of the tables by SQL, and finds the orders to ask the gateway for.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.SNAPSHOT)
            .setHeader("graceSeconds", simple("{{commerce.audit.grace-seconds}}")).id("audit-grace")
            .setHeader("unsentSeconds", simple("{{commerce.audit.unsent-seconds}}")).id("audit-unsent")
            .setHeader("gatewayOrdersMax", simple("{{commerce.audit.gateway-orders-max}}", Integer.class)).id("audit-orders-max")
            .to("sql:classpath:sql/audit/stock.sql?outputHeader=stock").id("audit-stock")
            .to("sql:classpath:sql/audit/points.sql?outputHeader=points").id("audit-points")
            .to("sql:classpath:sql/audit/coupons.sql?outputHeader=coupons").id("audit-coupons")
            .to("sql:classpath:sql/audit/payments.sql?outputHeader=payments").id("audit-payments")
            .to("sql:classpath:sql/audit/events.sql?outputHeader=events").id("audit-events")
            .to("sql:classpath:sql/audit/catalogue.sql?outputHeader=catalogue").id("audit-catalogue")
            .to("sql:classpath:sql/audit/gateway.sql?outputHeader=gateway").id("find-settled-orders")
            .setVariable(SETTLED_ORDERS, header(GATEWAY)).id("keep-settled-orders")
            .setBody().exchange(AuditLedgersRoute::invariants).id("what-tables-say");

        // Outside the snapshot: while the gateway is asked, no transaction is open.
        from("direct:" + AUDIT_GATEWAY)
            .routeId(AUDIT_GATEWAY)
            .routeDescription("Compares the newest settled card orders with what the gateway has, for a limited time.")
            .errorHandler(noErrorHandler())
            .process(gateway::begin).id("begin-asking")
            .setBody(variable(SETTLED_ORDERS)).id("take-settled-orders")
            .split(body(), gateway).stopOnException().id("each-settled-order")
                .filter(gateway::isInTime).id("while-in-time")
                    .setVariable(ORDER_ID, simple("${body[order_id]}")).id("take-settled-order")
                    .doTry()
                        .to("direct:" + AUDIT_ORDER_AT_GATEWAY).id("audit-one-order")
                    .doCatch(IllegalArgumentException.class, ArithmeticException.class)
                        .process(GatewayAudit::tellContradiction).id("tell-contradiction")
                    .end()
                .end()
            .end()
            .process(GatewayAudit::tell).id("tell-what-was-compared");

        from("direct:" + AUDIT_ORDER_AT_GATEWAY)
            .routeId(AUDIT_ORDER_AT_GATEWAY)
            .routeDescription("Compares one order with what the gateway has; leaves nothing where it cannot be told.")
            .errorHandler(noErrorHandler())
            .bean(payments, "find(${variable.order-id})").id("find-settled-payment")
            .process(gateway::keepIfSettled).id("keep-if-settled")
            .filter(body().isNotNull()).id("if-still-settled")
                .setVariable(AFRESH, constant(true)).id("ask-for-all")
                .to("direct:" + LOOK_UP_PAYMENT).id("look-up-settled")
                .filter(body().isInstanceOf(Finding.LookedUp.class)).id("if-gateway-answered")
                    .setVariable(GatewayAudit.FOUND, body()).id("keep-found-at-gateway")
                    .setHeader("orderId", variable(ORDER_ID)).id("whose-returns")
                    .to("sql:classpath:sql/audit/returned-by-hand.sql?outputType=SelectOne&outputHeader=" + GatewayAudit.RETURNED_BY_HAND).id("find-returned-by-hand")
                    .bean(payments, "find(${variable.order-id})").id("find-payment-again")
                    .process(gateway::compare).id("compare-with-gateway")
                .end()
            .end();
        // spotless:on
    }

    private static List<Invariant> invariants(Exchange exchange) {
        return BY_SQL.stream()
                .map(name -> Invariant.of(name, rows(exchange, name)))
                .toList();
    }

    private static void report(Exchange exchange) {
        List<Invariant> all = new ArrayList<>();
        List<?> inTables = exchange.getVariable(IN_TABLES, List.class);
        inTables.forEach(invariant -> all.add((Invariant) invariant));
        all.add(exchange.getMessage().getBody(Invariant.class));
        exchange.getMessage().setBody(AuditReport.of(all));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Exchange exchange, String name) {
        return exchange.getMessage().getHeader(name, List.class);
    }
}
