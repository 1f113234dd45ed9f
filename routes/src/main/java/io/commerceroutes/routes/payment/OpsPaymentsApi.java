package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;

import io.commerceroutes.domain.settlement.CardPayments;
import io.commerceroutes.routes.http.RequestBody;
import io.commerceroutes.routes.payment.OpsPaymentsEntry.ResolveBody;
import io.commerceroutes.routes.transaction.Transactions;
import org.apache.camel.builder.RouteBuilder;

/** Payments over HTTP, for operators: those of a status, and what a person decides on refunds that failed. */
public class OpsPaymentsApi extends RouteBuilder {
    public static final String LIST_PAYMENTS = "list-payments";
    public static final String RESOLVE_PAYMENT = "resolve-payment";
    public static final String RESOLVE_PAYMENT_TRANSACTION = "resolve-payment-transaction";

    private final CardPayments payments;
    private final OpsPaymentsEntry entry;

    public OpsPaymentsApi(CardPayments payments, OpsPaymentsEntry entry) {
        this.payments = payments;
        this.entry = entry;
    }

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/ops/payments").tag("Operations")
            .get().id("get-ops-payments").outType(PaymentJson[].class).to("direct:" + LIST_PAYMENTS)
            .post("/{orderId}/resolve").id("post-ops-payment-resolve").type(ResolveBody.class).outType(PaymentJson.class).consumes("application/json").to("direct:" + RESOLVE_PAYMENT);

        from("direct:" + LIST_PAYMENTS)
            .routeId(LIST_PAYMENTS)
            .routeDescription("Shows operators payments with their attempts and transactions.")
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerPage).id("find-payments")
            .marshal().json().id("write-payments");

        from("direct:" + RESOLVE_PAYMENT)
            .routeId(RESOLVE_PAYMENT)
            .routeDescription("Takes an operator's word on a payment that needs a person.")
            .routeConfigurationId(API_ERRORS)
            .process(RequestBody::require).id("require-resolution")
            .unmarshal().json(ResolveBody.class).id("read-resolution")
            .to("bean-validator:resolution").id("validate-resolution")
            .setVariable(OpsPaymentsEntry.RESOLUTION, body()).id("keep-resolution")
            .to("direct:" + RESOLVE_PAYMENT_TRANSACTION).id("resolve-in-one-transaction")
            .process(entry::answerResolved).id("answer-resolved")
            .marshal().json().id("write-resolved")
            .to(WAKE_RELAY).id("wake-relay-after-resolution");

        from("direct:" + RESOLVE_PAYMENT_TRANSACTION)
            .routeId(RESOLVE_PAYMENT_TRANSACTION)
            .routeDescription("Writes the operator's word and reason in one transaction.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .setBody(header("orderId")).id("take-order-to-resolve")
            .bean(payments, "lock").id("lock-payment-to-resolve")
            .process(entry::resolve).id("decide-resolution")
            .setVariable(OpsPaymentsEntry.RESOLVED, body()).id("keep-resolved")
            .bean(payments, "write").id("write-resolution");
        // spotless:on
    }
}
