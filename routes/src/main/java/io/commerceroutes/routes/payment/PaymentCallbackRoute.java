package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;
import static io.commerceroutes.routes.payment.PaymentVariables.HANDED_OVER;
import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;
import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.CALLED_ABOUT;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.commerceroutes.domain.settlement.CardPayments;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.RequestBody;
import io.commerceroutes.routes.transaction.Transactions;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.IdempotentRepository;

/**
 * POST /payments/callback: the gateway calls about a transaction. Anybody could, so nothing of it is believed, signed or
 * not: the call is noted, its payment is due now, and the gateway is asked. A transaction whose end was recorded is
 * consumed.
 */
public class PaymentCallbackRoute extends RouteBuilder {
    public static final String PAYMENT_CALLBACK = "payment-callback";
    public static final String PAYMENT_CALLBACK_TRANSACTION = "payment-callback-transaction";

    private static final String CALLBACK = "callback";
    /** What the database compares order ids with. */
    private static final String PRINTABLE_ASCII = "^[ -~]*$";

    private final CardPayments payments;
    private final IdempotentRepository consumedTransactions;
    private final CallbackSignature signature;
    private final Clock clock;

    public PaymentCallbackRoute(
            CardPayments payments,
            IdempotentRepository consumedTransactions,
            CallbackSignature signature,
            Clock clock) {
        this.payments = payments;
        this.consumedTransactions = consumedTransactions;
        this.signature = signature;
        this.clock = clock;
    }

    /** What the gateway tells; card and amount are not even read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Callback(
            @NotBlank @Pattern(regexp = GatewayMessages.KEY_FORM)
            String transactionKey,

            @NotBlank @Size(max = 36) @Pattern(regexp = PRINTABLE_ASCII)
            String orderId,

            @NotNull @Pattern(regexp = "SUCCESS|FAILED|PENDING")
            String status) {}

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/payments").tag("Payments")
            .post("/callback").id("post-payments-callback").type(Callback.class).consumes("application/json").to("direct:" + PAYMENT_CALLBACK);

        from("direct:" + PAYMENT_CALLBACK)
            .routeId(PAYMENT_CALLBACK)
            .routeDescription("Takes the gateway's callback, believes none of it, and has the payment looked up.")
            .routeConfigurationId(API_ERRORS)
            .process(RequestBody::require).id("require-callback")
            .process(this::requireSignature).id("verify-signature")
            .unmarshal().json(Callback.class).id("read-callback")
            .to("bean-validator:callback").id("validate-callback")
            .setVariable(CALLBACK, body()).id("keep-callback")
            .idempotentConsumer(simple("${body.transactionKey}"), consumedTransactions).eager(false).id("unless-consumed")
                .to("direct:" + PAYMENT_CALLBACK_TRANSACTION).id("note-in-one-transaction")
                .filter(body().isEqualTo(true)).id("if-payment-is-known")
                    .toV(CALLED_ABOUT, ORDER_ID, HANDED_OVER).id("reconcile-at-once")
                .end()
            .end()
            .process(PaymentCallbackRoute::understood).id("understood");

        from("direct:" + PAYMENT_CALLBACK_TRANSACTION)
            .routeId(PAYMENT_CALLBACK_TRANSACTION)
            .routeDescription("Stores a callback and makes its payment due, in one transaction.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .process(this::receive).id("note-callback");
        // spotless:on
    }

    /** Of the bytes as they came: read and written again they may differ. */
    private void requireSignature(Exchange exchange) {
        String header = exchange.getMessage().getHeader(CallbackSignature.HEADER, String.class);
        if (!signature.isValid(header, exchange.getMessage().getBody(byte[].class), clock.instant())) {
            throw ApiProblem.unauthenticated(
                    CallbackSignature.HEADER, "This needs a signature of the gateway's, made just now.");
        }
    }

    /** Said out loud, since an answer without a body would be 204. */
    private static void understood(Exchange exchange) {
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
        exchange.getMessage().setBody(null);
    }

    /** Only an order that is ours is named to traces and log: what a stranger says may be anything. */
    private void receive(Exchange exchange) {
        Callback callback = exchange.getVariable(CALLBACK, Callback.class);
        boolean isKnown = payments.callbackReceived(
                callback.orderId(), callback.transactionKey(), callback.status(), clock.instant());
        if (isKnown) {
            exchange.setVariable(ORDER_ID, callback.orderId());
        }
        exchange.getMessage().setBody(isKnown);
    }
}
