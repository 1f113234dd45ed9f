package io.commerceroutes.pgsimulator.gateway;

import org.apache.camel.test.spring.junit5.RouteCoverageEventNotifier;
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
}
