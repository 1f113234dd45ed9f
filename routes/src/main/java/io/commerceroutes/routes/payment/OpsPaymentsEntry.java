package io.commerceroutes.routes.payment;

import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.ListedPayment;
import io.commerceroutes.domain.settlement.ListedPayments;
import io.commerceroutes.domain.settlement.PaymentHistory;
import io.commerceroutes.domain.settlement.Refunding;
import io.commerceroutes.domain.settlement.Settled;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Page;
import io.commerceroutes.routes.http.PageRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.apache.camel.Exchange;

/** Between HTTP and the payments that operators see and resolve. */
public class OpsPaymentsEntry {
    /** Variable with the {@link ResolveBody}. */
    static final String RESOLUTION = "resolution";

    /** Variable with what was {@link Settled} by it. */
    static final String RESOLVED = "resolved";

    private final PaymentHistory history;
    private final Clock clock;

    public OpsPaymentsEntry(PaymentHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /** What POST /ops/payments/{orderId}/resolve takes; the reason goes into the payment's history. */
    public record ResolveBody(
            @NotNull Refunding.Resolution outcome,
            @NotBlank @Size(max = 200) String reason) {}

    void answerPage(Exchange exchange) {
        PageRequest page = PageRequest.of(exchange.getMessage());
        ListedPayments found = history.payments(status(exchange), page.offset(), page.size());
        Answer.with(
                exchange,
                200,
                Page.of(found.payments().stream().map(PaymentJson::of).toList(), page, found.totalCount()));
    }

    void resolve(Exchange exchange) {
        Optional<?> locked = exchange.getMessage().getBody(Optional.class);
        CardPayment payment = (CardPayment) locked.orElseThrow(() -> ApiProblem.notFound("PAYMENT"));
        exchange.setVariable(PaymentVariables.ORDER_ID, payment.order().orderId());
        ResolveBody resolution = exchange.getVariable(RESOLUTION, ResolveBody.class);
        exchange.getMessage()
                .setBody(Refunding.resolve(payment, resolution.outcome(), resolution.reason(), clock.instant())
                        .orElseThrow(() ->
                                new ApiProblem(409, "NOTHING_TO_RESOLVE", "No refund of this payment has failed.")));
    }

    void answerResolved(Exchange exchange) {
        Settled resolved = exchange.getVariable(RESOLVED, Settled.class);
        Answer.with(exchange, 200, PaymentJson.of(ListedPayment.of(resolved.after())));
    }

    private static Optional<PaymentStatus> status(Exchange exchange) {
        String given = exchange.getMessage().getHeader("status", String.class);
        if (given == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(PaymentStatus.values())
                .filter(status -> status.name().equals(given))
                .findFirst()
                .orElseThrow(() ->
                        ApiProblem.invalid("status", "must be one of " + Arrays.toString(PaymentStatus.values()))));
    }
}
