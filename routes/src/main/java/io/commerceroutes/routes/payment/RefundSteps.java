package io.commerceroutes.routes.payment;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.CardPayments;
import io.commerceroutes.domain.settlement.RefundAnswer;
import io.commerceroutes.domain.settlement.RefundTask;
import io.commerceroutes.domain.settlement.Refunding;
import io.commerceroutes.domain.settlement.SettlementPolicy;
import io.commerceroutes.routes.payment.GatewayMessages.Envelope;
import io.commerceroutes.routes.payment.GatewayMessages.Transaction;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of one refund at the gateway, between the rules and the wire. */
public class RefundSteps {
    /** Variable with the {@link RefundTask}. */
    static final String TASK = "refund-task";

    /** Variable with the {@link RefundAnswer}. */
    static final String ANSWER = "refund-answer";

    private static final Logger LOG = LoggerFactory.getLogger(RefundSteps.class);
    private static final TypeReference<Envelope<Transaction>> TRANSACTION = new TypeReference<>() {};

    private final CardPayments payments;
    private final SettlementPolicy policy;
    private final Clock clock;
    private final ObjectMapper json;
    private final int batchSize;
    private final int triesMax;

    /**
     * @param triesMax after so many tries a refund is looked up only: if it was not made, it is left to a person; if nobody
     *     tells, after as many look-ups
     */
    public RefundSteps(
            CardPayments payments,
            SettlementPolicy policy,
            Clock clock,
            ObjectMapper json,
            int batchSize,
            int triesMax) {
        this.payments = payments;
        this.policy = policy;
        this.clock = clock;
        this.json = json;
        this.batchSize = batchSize;
        this.triesMax = triesMax;
    }

    List<RefundTask> claim() {
        return payments.claimRefunds(clock.instant(), policy.lease(), batchSize);
    }

    void composeLookUp(Exchange exchange) {
        RefundTask task = task(exchange);
        Message request = GatewayMessages.prepare(exchange, "GET", task.userId());
        request.setHeader(Exchange.HTTP_PATH, task.transactionKey());
    }

    /** @throws IOException if the gateway does not say what has become of the transaction */
    void readLookUp(Exchange exchange) throws IOException {
        int status = GatewayMessages.status(exchange);
        Transaction found = status == 200
                ? GatewayMessages.read(exchange, json, TRANSACTION).data()
                : null;
        if (found == null || !task(exchange).transactionKey().equals(found.transactionKey())) {
            throw new IOException("The gateway answered the look-up of a refund with status " + status);
        }
        boolean made = found.refundedAmount() != null
                && found.refundedAmount() >= task(exchange).amount().won();
        exchange.getMessage().setBody(made ? new RefundAnswer.Made() : notMade(task(exchange)));
    }

    /** Only a look-up after the last try tells that this one was not made either. */
    private RefundAnswer notMade(RefundTask task) {
        return task.tries() <= triesMax
                ? new RefundAnswer.Unclear()
                : new RefundAnswer.Impossible("not made in %d tries, as a look-up shows".formatted(triesMax));
    }

    /** Who was stopped since the claim, and goes on, leaves it to the next try. */
    boolean isStillToBeMade(Exchange exchange) {
        RefundTask task = task(exchange);
        return exchange.getMessage().getBody() instanceof RefundAnswer.Unclear
                && task.leaseUntil().isAfter(clock.instant())
                && payments.isStillClaimed(task);
    }

    void compose(Exchange exchange) {
        RefundTask task = task(exchange);
        Message request = GatewayMessages.prepare(exchange, "POST", task.userId());
        request.setHeader(Exchange.HTTP_PATH, task.transactionKey() + "/cancel");
        request.setHeader("Idempotency-Key", "refund-" + task.transactionKey());
    }

    /** That a refund call is not there is told by 405, or by 404 for a transaction that a look-up has just found. */
    void readAnswer(Exchange exchange) throws IOException {
        int status = GatewayMessages.status(exchange);
        if (status >= 500) {
            throw new IOException("The gateway answered a refund with status " + status);
        }
        if (status / 100 == 2) {
            exchange.getMessage().setBody(new RefundAnswer.Made());
        } else if (status == 404 || status == 405) {
            exchange.getMessage().setBody(new RefundAnswer.Impossible("the gateway has no refund call"));
        } else {
            LOG.warn(
                    "A refund of {} was answered with status {}", task(exchange).transactionKey(), status);
            exchange.getMessage().setBody(new RefundAnswer.Unclear());
        }
    }

    /** After the breaker: no answer, and whatever was sent may have been done. */
    void takeFailure(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        LOG.info(
                "No answer on the refund of {}: {}",
                task(exchange).transactionKey(),
                failure.getClass().getSimpleName());
        exchange.getMessage().setBody(notTold(task(exchange)));
    }

    /** This cannot go on for ever. */
    private RefundAnswer notTold(RefundTask task) {
        int checksMax = 2 * triesMax;
        return task.tries() < checksMax
                ? new RefundAnswer.Unclear()
                : new RefundAnswer.Impossible(
                        "no clear answer in %d tries: it may have been made".formatted(checksMax));
    }

    void giveTryBack(Exchange exchange) {
        payments.postponeRefund(task(exchange).withoutThisTry(), nextTryAt(exchange));
    }

    void postpone(Exchange exchange) {
        payments.postponeRefund(task(exchange), nextTryAt(exchange));
    }

    private Instant nextTryAt(Exchange exchange) {
        return clock.instant().plus(policy.pauseAfterRefund(task(exchange).tries()));
    }

    String orderId(Exchange exchange) {
        return task(exchange).orderId();
    }

    void decide(Exchange exchange) {
        Optional<?> locked = exchange.getMessage().getBody(Optional.class);
        CardPayment payment = (CardPayment) locked.orElseThrow();
        String key = task(exchange).transactionKey();
        Instant now = clock.instant();
        exchange.getMessage()
                .setBody(
                        switch (exchange.getVariable(ANSWER, RefundAnswer.class)) {
                            case RefundAnswer.Made made -> Refunding.made(payment, key, now);
                            case RefundAnswer.Impossible impossible -> {
                                LOG.error("A refund needs a person: order {}, {}", orderId(exchange), impossible.why());
                                yield Refunding.impossible(payment, key, impossible.why(), now);
                            }
                            case RefundAnswer.NotAsked notAsked ->
                                throw new IllegalStateException("A refund that was not asked for is postponed");
                            case RefundAnswer.Unclear unclear ->
                                throw new IllegalStateException("An unclear refund is postponed");
                        });
    }

    private static RefundTask task(Exchange exchange) {
        return exchange.getVariable(TASK, RefundTask.class);
    }
}
