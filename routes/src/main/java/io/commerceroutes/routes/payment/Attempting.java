package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.domain.event.Identifiers;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.payment.CardNumber;
import io.commerceroutes.domain.payment.CardVault;
import io.commerceroutes.domain.settlement.Attempt;
import io.commerceroutes.domain.settlement.AttemptOutcome;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.CardPayments;
import io.commerceroutes.domain.settlement.Finding;
import io.commerceroutes.domain.settlement.Settled;
import io.commerceroutes.domain.settlement.Settlement;
import io.commerceroutes.routes.payment.GatewayMessages.Envelope;
import io.commerceroutes.routes.payment.GatewayMessages.PaymentRequest;
import io.commerceroutes.routes.payment.GatewayMessages.Transaction;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of one attempt at the gateway, between the rules and the wire. */
public class Attempting {
    private static final Logger LOG = LoggerFactory.getLogger(Attempting.class);
    private static final TypeReference<Envelope<Transaction>> ANSWER = new TypeReference<>() {};

    /** Variable with the {@link CardPayment} whose last attempt is under way. */
    private static final String CLAIMED = "claimed-payment";

    private final CardPayments payments;
    private final CardVault vault;
    private final Settlement settlement;
    private final Identifiers identifiers;
    private final Clock clock;
    private final ObjectMapper json;
    private final String callbackUrl;

    public Attempting(
            CardPayments payments,
            CardVault vault,
            Settlement settlement,
            Identifiers identifiers,
            Clock clock,
            ObjectMapper json,
            String callbackUrl) {
        this.payments = payments;
        this.vault = vault;
        this.settlement = settlement;
        this.identifiers = identifiers;
        this.clock = clock;
        this.json = json;
        this.callbackUrl = callbackUrl;
    }

    /** From the locked payment, if there is one, to the claim to be written; no body if the gateway is not to be asked. */
    void claim(Exchange exchange) {
        Optional<?> locked = exchange.getMessage().getBody(Optional.class);
        exchange.getMessage()
                .setBody(locked.map(CardPayment.class::cast)
                        .flatMap(payment -> settlement.claim(payment, identifiers.next(), clock.instant()))
                        .orElse(null));
    }

    void keepClaimed(Exchange exchange) {
        exchange.setVariable(
                CLAIMED, exchange.getMessage().getBody(Settled.class).after());
    }

    /** Who was stopped between claim and call, and goes on, finds that its attempt is not its own any more. */
    void confirmLease(Exchange exchange) {
        CardPayment payment = claimed(exchange);
        boolean holds = payment.leaseUntil().orElseThrow().isAfter(clock.instant())
                && payments.isStillOpen(
                        payment.order().orderId(), attempt(payment).number());
        if (!holds) {
            exchange.getMessage().setBody(null);
        }
    }

    /** The request; without its card the finding that nothing is sent, which is no failure of the gateway's. */
    void compose(Exchange exchange) throws IOException {
        CardPayment payment = claimed(exchange);
        Order order = payment.order();
        Optional<CardNumber> card = open(order.orderId());
        if (card.isEmpty()) {
            int number = attempt(payment).number();
            exchange.getMessage().setBody(new Finding.AttemptFailed(number, AttemptOutcome.NOT_SENT));
            return;
        }
        Message request = GatewayMessages.prepare(exchange, "POST", order.userId());
        request.setHeader(Exchange.CONTENT_TYPE, "application/json");
        request.setHeader("Idempotency-Key", attempt(payment).attemptId());
        request.setBody(json.writeValueAsBytes(new PaymentRequest(
                order.orderId(),
                order.payment().cardType(),
                card.get().reveal(),
                order.amounts().payable().won(),
                callbackUrl)));
    }

    boolean isComposed(Exchange exchange) {
        return !(exchange.getMessage().getBody() instanceof Finding);
    }

    private Optional<CardNumber> open(String orderId) {
        try {
            return Optional.of(vault.open(orderId).orElseThrow());
        } catch (RuntimeException sealed) {
            String why = sealed.getClass().getSimpleName();
            if (needsCard(orderId)) {
                LOG.error("The card of order {} cannot be opened: {}", orderId, why);
            } else {
                LOG.info("The card of order {} was erased before it was sent, and is not needed any more", orderId);
            }
            return Optional.empty();
        }
    }

    /** Whoever canceled since the claim has erased the card as well. While nobody can tell, it is needed. */
    private boolean needsCard(String orderId) {
        try {
            return payments.find(orderId).map(CardPayment::needsCard).orElse(true);
        } catch (RuntimeException unknown) {
            return true;
        }
    }

    /** A refusal is an answer; what the breaker is to count is thrown. */
    void readAnswer(Exchange exchange) throws IOException {
        int number = attempt(claimed(exchange)).number();
        int status = GatewayMessages.status(exchange);
        if (status / 100 == 2) {
            Envelope<Transaction> answer = GatewayMessages.read(exchange, json, ANSWER);
            if (answer.data() == null || !GatewayMessages.isKey(answer.data().transactionKey())) {
                throw new IOException("The gateway's answer names no transaction");
            }
            exchange.getMessage()
                    .setBody(new Finding.Accepted(number, answer.data().transactionKey()));
            return;
        }
        AttemptOutcome outcome = AttemptAnswer.ofStatus(status, message(exchange));
        Finding.AttemptFailed failed = new Finding.AttemptFailed(number, outcome);
        if (outcome.isUnclear()) {
            throw new AttemptFailedException(failed, "status " + status);
        }
        if (outcome == AttemptOutcome.REQUEST_REFUSED) {
            LOG.error("The gateway refuses our requests: status {}, order {}", status, exchange.getVariable(ORDER_ID));
        }
        exchange.getMessage().setBody(failed);
    }

    /** No answer, or none that can be read: says what is known of the attempt, and nothing of what was sent. */
    void tellFailure(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (failure instanceof AttemptFailedException told) {
            throw told;
        }
        int number = attempt(claimed(exchange)).number();
        throw new AttemptFailedException(
                new Finding.AttemptFailed(number, AttemptAnswer.ofFailure(failure)),
                failure.getClass().getSimpleName());
    }

    /** After the breaker: the finding of a failed attempt. Where there was none, the payment stays due. */
    void takeFailure(Exchange exchange) throws Exception {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (failure instanceof AttemptFailedException attempt) {
            exchange.getMessage().setBody(attempt.finding());
        } else {
            throw failure;
        }
    }

    private String message(Exchange exchange) {
        try {
            Envelope<Transaction> answer = GatewayMessages.read(exchange, json, ANSWER);
            return answer.meta() == null ? "" : answer.meta().message();
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static CardPayment claimed(Exchange exchange) {
        return exchange.getVariable(CLAIMED, CardPayment.class);
    }

    private static Attempt attempt(CardPayment payment) {
        return payment.attempts().getLast();
    }
}
