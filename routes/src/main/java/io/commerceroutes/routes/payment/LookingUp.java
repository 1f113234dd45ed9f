package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.payment.PaymentVariables.AFRESH;
import static io.commerceroutes.routes.payment.PaymentVariables.SNAPSHOT;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.CardTransaction;
import io.commerceroutes.domain.settlement.Finding;
import io.commerceroutes.domain.settlement.Finding.Report;
import io.commerceroutes.routes.payment.GatewayMessages.Envelope;
import io.commerceroutes.routes.payment.GatewayMessages.Transaction;
import io.commerceroutes.routes.payment.GatewayMessages.Transactions;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of a look-up, between the rules and the wire. As a strategy it collects what is known of each transaction. */
public class LookingUp implements AggregationStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(LookingUp.class);
    private static final TypeReference<Envelope<Transactions>> BY_ORDER = new TypeReference<>() {};
    private static final TypeReference<Envelope<Transaction>> BY_KEY = new TypeReference<>() {};
    private static final int TRANSACTIONS_MAX = 20;
    private static final String PROVABLE = "provable-up-to";
    private static final String ASKED = "asked-transaction-key";

    private final ObjectMapper json;
    private final Clock clock;
    private final Duration quiet;

    /** @param quiet how long after an attempt without an answer the gateway may still come to know of it */
    public LookingUp(ObjectMapper json, Clock clock, Duration quiet) {
        this.json = json;
        this.clock = clock;
        this.quiet = quiet;
    }

    /** Before anything goes out: only attempts that had ended by now can be disproved. */
    void begin(Exchange exchange) {
        exchange.setVariable(PROVABLE, snapshot(exchange).provableUpTo(clock.instant(), quiet));
    }

    void composeByOrder(Exchange exchange) {
        CardPayment payment = snapshot(exchange);
        Message request =
                GatewayMessages.prepare(exchange, "GET", payment.order().userId());
        request.setHeader(
                Exchange.HTTP_QUERY,
                "orderId=" + URLEncoder.encode(payment.order().orderId(), StandardCharsets.UTF_8));
    }

    /** @throws IOException if the gateway gave no answer to the question, or one about another order */
    void readTransactions(Exchange exchange) throws IOException {
        int status = GatewayMessages.status(exchange);
        if (status == 404) {
            exchange.getMessage().setBody(List.of());
            return;
        }
        requireOk(status);
        Transactions found = GatewayMessages.read(exchange, json, BY_ORDER).data();
        if (found == null
                || !snapshot(exchange).order().orderId().equals(found.orderId())
                || found.transactions() == null
                || found.transactions().size() > TRANSACTIONS_MAX) {
            throw new IOException("The gateway's look-up cannot be understood");
        }
        exchange.getMessage()
                .setBody(found.transactions().stream().map(LookingUp::report).toList());
    }

    /** A transaction's amount is told by its own look-up only, and matters once it took money. */
    boolean isWorthAsking(Exchange exchange) {
        Report report = exchange.getMessage().getBody(Report.class);
        boolean isKnownEnough = exchange.getVariable(AFRESH) == null
                && snapshot(exchange).transactions().stream()
                        .anyMatch(known -> known.key().equals(report.transactionKey())
                                && known.amount().isPresent());
        return report.status() == CardTransaction.Status.SUCCESS && !isKnownEnough;
    }

    void composeByKey(Exchange exchange) {
        String key = exchange.getMessage().getBody(Report.class).transactionKey();
        Message request = GatewayMessages.prepare(
                exchange, "GET", snapshot(exchange).order().userId());
        request.setHeader(Exchange.HTTP_PATH, key);
        exchange.setVariable(ASKED, key);
    }

    /** @throws IOException if the gateway gave no answer to the question, or one about another transaction */
    void readTransaction(Exchange exchange) throws IOException {
        requireOk(GatewayMessages.status(exchange));
        Transaction transaction = GatewayMessages.read(exchange, json, BY_KEY).data();
        if (transaction == null
                || transaction.amount() == null
                || transaction.amount() < 0
                || !exchange.getVariable(ASKED).equals(transaction.transactionKey())
                || !snapshot(exchange).order().orderId().equals(transaction.orderId())) {
            throw new IOException("The gateway's transaction cannot be understood");
        }
        exchange.getMessage().setBody(report(transaction));
    }

    @Override
    public Exchange aggregate(Exchange collected, Exchange one) {
        List<Report> reports = new ArrayList<>();
        if (collected != null) {
            collected.getMessage().getBody(List.class).forEach(report -> reports.add((Report) report));
        }
        reports.add(one.getMessage().getBody(Report.class));
        Exchange all = collected == null ? one : collected;
        all.getMessage().setBody(reports);
        return all;
    }

    void find(Exchange exchange) {
        List<Report> reports = new ArrayList<>();
        exchange.getMessage().getBody(List.class).forEach(report -> reports.add((Report) report));
        exchange.getMessage()
                .setBody(new Finding.LookedUp(
                        exchange.getVariable(PROVABLE, Integer.class),
                        snapshot(exchange).calls().received(),
                        List.copyOf(reports)));
    }

    /** After the breaker: the gateway was asked and gave no answer. */
    void takeFailure(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        LOG.info(
                "No answer on order {}: {}",
                snapshot(exchange).order().orderId(),
                failure.getClass().getSimpleName());
        exchange.getMessage().setBody(new Finding.NoAnswer());
    }

    private static Report report(Transaction told) {
        if (!GatewayMessages.isKey(told.transactionKey())) {
            throw new IllegalArgumentException("A transaction without a proper key");
        }
        return new Report(
                told.transactionKey(),
                CardTransaction.Status.valueOf(told.status()),
                Optional.ofNullable(told.amount()).map(Money::of),
                GatewayMessages.withoutCard(told.reason()),
                Optional.ofNullable(told.refundedAmount())
                        .filter(won -> won >= 0)
                        .map(Money::of));
    }

    private static void requireOk(int status) throws IOException {
        if (status != 200) {
            throw new IOException("The gateway answered a look-up with status " + status);
        }
    }

    private static CardPayment snapshot(Exchange exchange) {
        return exchange.getVariable(SNAPSHOT, CardPayment.class);
    }
}
