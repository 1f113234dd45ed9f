package io.commerceroutes.routes.shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.domain.event.Identifiers;
import io.commerceroutes.domain.payment.CardVault;
import io.commerceroutes.domain.payment.PaymentDeadlines;
import io.commerceroutes.domain.settlement.CardPayments;
import io.commerceroutes.domain.settlement.Settlement;
import io.commerceroutes.domain.settlement.SettlementPolicy;
import io.commerceroutes.routes.payment.Attempting;
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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.spi.IdempotentRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The flows of card payments as they are, over a shop in memory. */
@Configuration(proxyBeanMethods = false)
@Import({
    LookUpPaymentRoute.class,
    OpsPaymentsApi.class,
    OpsPaymentsEntry.class,
    PaymentCallbackRoute.class,
    RefreshPaymentRoute.class,
    RefundPaymentRoute.class,
    RequestPaymentRoute.class,
    SettlePaymentRoute.class
})
class PaymentFlows {
    private static final int BATCH_SIZE = 10;
    private static final int REFUND_TRIES_MAX = 3;
    private static final Duration PUT_OFF = Duration.ofMinutes(1);

    private static final SettlementPolicy POLICY = new SettlementPolicy(
            new PaymentDeadlines(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMinutes(30)),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            3,
            Duration.ofSeconds(1),
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5)),
            Duration.ofDays(30));

    @Bean
    Settlement settlement() {
        return new Settlement(POLICY);
    }

    @Bean
    Attempting attempting(
            CardPayments payments,
            CardVault vault,
            Settlement settlement,
            Identifiers identifiers,
            Clock clock,
            ObjectMapper json) {
        return new Attempting(payments, vault, settlement, identifiers, clock, json, "http://localhost:8080/callback");
    }

    @Bean
    LookingUp lookingUp(ObjectMapper json, Clock clock) {
        return new LookingUp(json, clock, POLICY.quiet());
    }

    @Bean
    RefundSteps refundSteps(CardPayments payments, Clock clock, ObjectMapper json) {
        return new RefundSteps(payments, POLICY, clock, json, BATCH_SIZE, REFUND_TRIES_MAX);
    }

    @Bean
    ReconcilePaymentsRoute reconcilePaymentsRoute(
            CardPayments payments, Settlement settlement, LookUpTurns turns, Clock clock) {
        return new ReconcilePaymentsRoute(payments, settlement, turns, clock, BATCH_SIZE, PUT_OFF);
    }

    @Bean
    LookUpTurns lookUpTurns(Clock clock) {
        return new LookUpTurns(clock, Duration.ofSeconds(1));
    }

    @Bean
    SignatureInForce signature() {
        return new SignatureInForce();
    }

    @Bean("patience")
    PatientClient patience() {
        return new PatientClient();
    }

    /** The transactions whose end was recorded, as in production: by the payments themselves. */
    @Bean
    IdempotentRepository consumedTransactions(Shop shop) {
        return new ConsumedInMemory(shop);
    }

    @Bean(value = ReconcilePaymentsRoute.PAYMENT_WORKERS, destroyMethod = "shutdown")
    ExecutorService paymentWorkers() {
        return Executors.newFixedThreadPool(2);
    }
}
