package io.commerceroutes.app.commerce;

import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.PAYMENT_WORKERS;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.adapters.settlement.ConsumedTransactions;
import io.commerceroutes.adapters.settlement.PaymentTraces;
import io.commerceroutes.domain.event.Identifiers;
import io.commerceroutes.domain.payment.CardVault;
import io.commerceroutes.domain.payment.PaymentDeadlines;
import io.commerceroutes.domain.point.EarnRate;
import io.commerceroutes.domain.settlement.CardPayments;
import io.commerceroutes.domain.settlement.Settlement;
import io.commerceroutes.domain.settlement.SettlementPolicy;
import io.commerceroutes.routes.payment.Attempting;
import io.commerceroutes.routes.payment.CallbackSignature;
import io.commerceroutes.routes.payment.LookUpPaymentRoute;
import io.commerceroutes.routes.payment.LookUpTurns;
import io.commerceroutes.routes.payment.LookingUp;
import io.commerceroutes.routes.payment.OpsPaymentsApi;
import io.commerceroutes.routes.payment.OpsPaymentsEntry;
import io.commerceroutes.routes.payment.PaymentCallbackRoute;
import io.commerceroutes.routes.payment.ReconcilePaymentsRoute;
import io.commerceroutes.routes.payment.RefreshPaymentRoute;
import io.commerceroutes.routes.payment.RefundPaymentRoute;
import io.commerceroutes.routes.payment.RefundSteps;
import io.commerceroutes.routes.payment.RequestPaymentRoute;
import io.commerceroutes.routes.payment.SettlePaymentRoute;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Card payments: their rules with their settings, and their flows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentProperties.class)
@Import({
    ConsumedTransactions.class,
    LookUpPaymentRoute.class,
    OpsPaymentsApi.class,
    OpsPaymentsEntry.class,
    PaymentCallbackRoute.class,
    PaymentOrigin.class,
    PaymentTraces.class,
    RefreshPaymentRoute.class,
    RefundPaymentRoute.class,
    RequestPaymentRoute.class,
    SettlePaymentRoute.class
})
class CommercePayments {
    @Bean
    PaymentDeadlines paymentDeadlines(PaymentProperties settings) {
        return settings.deadlines();
    }

    @Bean
    SettlementPolicy settlementPolicy(PaymentProperties settings) {
        return settings.policy();
    }

    @Bean
    Settlement settlement(SettlementPolicy policy) {
        return new Settlement(policy);
    }

    @Bean
    EarnRate earnRate(@Value("${commerce.points.earn-percent}") int percent) {
        return new EarnRate(percent);
    }

    @Bean
    Attempting attempting(
            CardPayments payments,
            CardVault vault,
            Settlement settlement,
            Identifiers identifiers,
            Clock clock,
            ObjectMapper json,
            PaymentProperties settings) {
        return new Attempting(payments, vault, settlement, identifiers, clock, json, settings.callbackUrl());
    }

    @Bean
    LookingUp lookingUp(ObjectMapper json, Clock clock, SettlementPolicy policy) {
        return new LookingUp(json, clock, policy.quiet());
    }

    @Bean
    RefundSteps refundSteps(
            CardPayments payments,
            SettlementPolicy policy,
            Clock clock,
            ObjectMapper json,
            PaymentProperties settings) {
        return new RefundSteps(payments, policy, clock, json, settings.batchSize(), settings.refundTriesMax());
    }

    @Bean
    ReconcilePaymentsRoute reconcilePaymentsRoute(
            CardPayments payments, Settlement settlement, LookUpTurns turns, Clock clock, PaymentProperties settings) {
        return new ReconcilePaymentsRoute(payments, settlement, turns, clock, settings.batchSize(), settings.putOff());
    }

    @Bean
    LookUpTurns lookUpTurns(Clock clock, PaymentProperties settings) {
        return new LookUpTurns(clock, settings.lookUpInterval());
    }

    @Bean
    CallbackSignature callbackSignature(PaymentProperties settings) {
        return settings.callbackSignature();
    }

    /** Who works on payments that are due. Camel's own pools have no bound where threads are virtual. */
    @Bean(value = PAYMENT_WORKERS, destroyMethod = "shutdown")
    ExecutorService paymentWorkers(PaymentProperties settings) {
        return Executors.newFixedThreadPool(
                settings.workers(),
                Thread.ofVirtual().name(PAYMENT_WORKERS + "-", 1).factory());
    }
}
