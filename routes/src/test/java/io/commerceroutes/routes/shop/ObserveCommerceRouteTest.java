package io.commerceroutes.routes.shop;

import static io.commerceroutes.routes.observation.ObserveCommerceRoute.OBSERVE_COMMERCE;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.routes.observation.Figure;
import io.commerceroutes.routes.observation.ObservedInMemory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.EndpointInject;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ObserveCommerceRouteTest extends CommerceFlowTest {
    @EndpointInject("mock:sql:classpath:sql/observation/commerce.sql")
    private MockEndpoint query;

    @Autowired
    private ObservedInMemory observed;

    @AfterEach
    void stopObserving() throws Exception {
        camel.getRouteController().stopRoute(OBSERVE_COMMERCE);
        observed.forget();
    }

    @Test
    void what_the_database_tells_is_kept_figure_by_figure() throws Exception {
        query.whenAnyExchangeReceived(exchange -> exchange.getMessage()
                .setBody(List.of(
                        row("commerce.payments.unsettled", "UNKNOWN", 3L),
                        row("commerce.outbox.age.seconds", "", 12))));

        camel.getRouteController().startRoute(OBSERVE_COMMERCE);

        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(observed.from("database"))
                        .containsExactly(
                                new Figure("commerce.payments.unsettled", "UNKNOWN", 3),
                                new Figure("commerce.outbox.age.seconds", "", 12)));
    }

    @Test
    void what_there_is_nothing_to_tell_of_is_no_number() {
        assertThat(Figure.of(row("commerce.aggregation.age.seconds", "DAILY", null))
                        .value())
                .isNaN();
    }

    @Test
    void a_database_that_is_away_tells_nothing() throws Exception {
        query.whenAnyExchangeReceived(exchange -> {
            throw TechnicalFailure.outage();
        });

        camel.getRouteController().startRoute(OBSERVE_COMMERCE);

        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(query.getReceivedCounter()).isPositive());
        assertThat(observed.from("database")).isEmpty();
    }

    private static Map<String, Object> row(String gauge, String tag, Number figure) {
        Map<String, Object> row = new HashMap<>();
        row.put("gauge", gauge);
        row.put("tag", tag);
        row.put("figure", figure);
        return row;
    }
}
