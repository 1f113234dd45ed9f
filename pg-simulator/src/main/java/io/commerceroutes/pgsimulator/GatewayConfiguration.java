package io.commerceroutes.pgsimulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.pgsimulator.http.BodyLimit;
import io.commerceroutes.pgsimulator.http.ErrorEnvelope;
import io.commerceroutes.pgsimulator.http.GatewayErrors;
import io.commerceroutes.pgsimulator.http.GatewayHeaders;
import io.commerceroutes.pgsimulator.http.GoneCallers;
import io.commerceroutes.pgsimulator.http.PlainContract;
import io.commerceroutes.pgsimulator.http.RestEntryDescriptions;
import io.commerceroutes.pgsimulator.ledger.Ledger;
import io.commerceroutes.pgsimulator.ledger.ShowLedgerRoute;
import io.commerceroutes.pgsimulator.payment.AcceptPaymentRoute;
import io.commerceroutes.pgsimulator.payment.AcceptingPayments;
import io.commerceroutes.pgsimulator.payment.FindTransactionRoute;
import io.commerceroutes.pgsimulator.payment.FindTransactionsOfOrderRoute;
import io.commerceroutes.pgsimulator.payment.FrontDoor;
import io.commerceroutes.pgsimulator.payment.LookingUp;
import io.commerceroutes.pgsimulator.payment.PaymentApi;
import io.commerceroutes.pgsimulator.payment.PaymentFields;
import io.commerceroutes.pgsimulator.payment.RefundTransactionRoute;
import io.commerceroutes.pgsimulator.payment.RefundingTransactions;
import io.commerceroutes.pgsimulator.scenario.CurrentScenario;
import io.commerceroutes.pgsimulator.scenario.ScenarioApi;
import io.commerceroutes.pgsimulator.scenario.ScenarioFile;
import io.commerceroutes.pgsimulator.scenario.ScenarioReader;
import io.commerceroutes.pgsimulator.settlement.CallbackSigning;
import io.commerceroutes.pgsimulator.settlement.SendCallbackRoute;
import io.commerceroutes.pgsimulator.settlement.SendOnce;
import io.commerceroutes.pgsimulator.settlement.SettleTransactionRoute;
import io.commerceroutes.pgsimulator.settlement.SettlementErrors;
import io.commerceroutes.pgsimulator.settlement.SettlementQueue;
import io.commerceroutes.pgsimulator.settlement.SettlingTransactions;
import io.commerceroutes.pgsimulator.transaction.FileJournal;
import io.commerceroutes.pgsimulator.transaction.TransactionJournal;
import io.commerceroutes.pgsimulator.transaction.Transactions;
import java.time.Clock;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the gateway together: its flows, what they share, and where it remembers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewaySettings.class)
@Import({
    AcceptPaymentRoute.class,
    ErrorEnvelope.class,
    FindTransactionRoute.class,
    FindTransactionsOfOrderRoute.class,
    FrontDoor.class,
    GatewayErrors.class,
    Ledger.class,
    LookingUp.class,
    PaymentApi.class,
    RefundTransactionRoute.class,
    RefundingTransactions.class,
    RestEntryDescriptions.class,
    ScenarioApi.class,
    SendCallbackRoute.class,
    SettleTransactionRoute.class,
    SettlementErrors.class,
    SettlingTransactions.class,
    ShowLedgerRoute.class
})
class GatewayConfiguration {
    @Bean
    GatewayHeaders gatewayHeaders() {
        return new GatewayHeaders();
    }

    @Bean(SendOnce.BEAN)
    SendOnce sendOnce() {
        return new SendOnce();
    }

    @Bean
    CallbackSigning callbackSigning(GatewaySettings settings) {
        return new CallbackSigning(settings.signingSecret(), Clock.systemUTC());
    }

    @Bean
    TransactionJournal transactionJournal(GatewaySettings settings) {
        return settings.dataFolder().<TransactionJournal>map(FileJournal::open).orElseGet(TransactionJournal::none);
    }

    @Bean
    Transactions transactions(TransactionJournal journal, GatewaySettings settings) {
        return new Transactions(journal, Clock.systemUTC(), settings.maxTransactions());
    }

    /** Made after the journal, which makes the folder. */
    @Bean
    CurrentScenario currentScenario(ObjectMapper json, GatewaySettings settings, TransactionJournal journal) {
        return new CurrentScenario(
                new ScenarioReader(json, settings.refunds()), new ScenarioFile(settings.dataFolder(), json));
    }

    @Bean
    SettlementQueue settlementQueue(Transactions transactions, CurrentScenario scenario, GatewaySettings settings) {
        return new SettlementQueue(transactions, scenario, settings.maxTransactions());
    }

    @Bean
    AcceptingPayments acceptingPayments(GatewaySettings settings, CurrentScenario scenario, Transactions transactions) {
        return new AcceptingPayments(
                new PaymentFields(settings.callbackUrlPrefix()),
                scenario,
                transactions,
                settings.timedOutAnswerMillis());
    }

    /** Routes run on the request's own (virtual) thread, so that no other time-out cuts a long request short. */
    @Bean("platform-http-engine")
    PlatformHttpEngine platformHttpEngine(@Value("${server.port}") int port) {
        return new SpringBootPlatformHttpEngine(port, Runnable::run);
    }

    @Bean
    @ConditionalOnBooleanProperty("pg.plain-contract")
    PlainContract plainContract() {
        return new PlainContract();
    }

    @Bean
    GoneCallers goneCallers() {
        return new GoneCallers();
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(GatewaySettings settings, ObjectMapper json) {
        return new FilterRegistrationBean<>(new BodyLimit(settings.bodyLimit(), json));
    }
}
