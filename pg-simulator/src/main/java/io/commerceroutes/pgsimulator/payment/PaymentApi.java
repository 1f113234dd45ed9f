package io.commerceroutes.pgsimulator.payment;

import static io.commerceroutes.pgsimulator.payment.AcceptPaymentRoute.ACCEPT_PAYMENT;
import static io.commerceroutes.pgsimulator.payment.FindTransactionRoute.FIND_TRANSACTION;
import static io.commerceroutes.pgsimulator.payment.FindTransactionsOfOrderRoute.FIND_TRANSACTIONS_OF_ORDER;
import static io.commerceroutes.pgsimulator.payment.RefundTransactionRoute.REFUND_TRANSACTION;

import org.apache.camel.builder.RouteBuilder;

/** The gateway over HTTP; the last entry is an addition of ours. */
public class PaymentApi extends RouteBuilder {
    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/payments")
            .post().id("post-payments").consumes("application/json").to("direct:" + ACCEPT_PAYMENT)
            .get().id("get-payments").to("direct:" + FIND_TRANSACTIONS_OF_ORDER)
            .get("/{transactionKey}").id("get-payment").to("direct:" + FIND_TRANSACTION)
            .post("/{transactionKey}/cancel").id("post-payment-cancel").to("direct:" + REFUND_TRANSACTION);
        // spotless:on
    }
}
