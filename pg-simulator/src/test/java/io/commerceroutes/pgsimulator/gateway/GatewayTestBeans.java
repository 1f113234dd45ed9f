package io.commerceroutes.pgsimulator.gateway;

import io.commerceroutes.pgsimulator.payment.PaymentFields;
import io.commerceroutes.pgsimulator.scenario.CurrentScenario;
import io.commerceroutes.pgsimulator.transaction.Transactions;
import org.apache.camel.test.spring.junit5.RouteCoverageEventNotifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What the tests put into the gateway. */
@TestConfiguration(proxyBeanMethods = false)
class GatewayTestBeans {
    /** Writes the coverage of all flows by all tests, once, when the context ends. */
    @Bean
    RouteCoverageEventNotifier routeCoverage() {
        return new RouteCoverageEventNotifier(GatewayTest.class.getName(), notifier -> "all_tests");
    }

    @Bean
    @Primary
    JournalThatFails journalThatFails() {
        return new JournalThatFails();
    }

    @Bean
    @Primary
    AnswersHeldBack answersHeldBack(
            @Value("${pg.callback-url-prefix}") String callbackUrlPrefix,
            CurrentScenario scenario,
            Transactions transactions) {
        return new AnswersHeldBack(
                new PaymentFields(callbackUrlPrefix), scenario, transactions, GatewayTest.LATE.toMillis());
    }
}
