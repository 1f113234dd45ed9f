package io.commerceroutes.routes.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import io.commerceroutes.routes.collector.CollectorFlowTest;
import io.commerceroutes.routes.observation.Figure;
import java.util.List;
import java.util.Map;
import org.apache.camel.EndpointInject;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

class ObserveCollectorRouteTest extends CollectorFlowTest {
    @EndpointInject("mock:sql:classpath:sql/observation/analytics.sql")
    private MockEndpoint query;

    @Test
    void what_the_database_tells_is_kept_and_today_need_not_be_closed() {
        query.whenAnyExchangeReceived(exchange -> exchange.getMessage()
                .setBody(List.of(Map.of("gauge", "commerce.dead.letters.waiting", "tag", "", "figure", 2L))));

        producer.sendBody(triggerOf(ObserveCollectorRoute.OBSERVE_COLLECTOR), null);

        assertThat(observed.from("database")).containsExactly(new Figure("commerce.dead.letters.waiting", "", 2));
        assertThat(query.getExchanges().getFirst().getMessage().getHeader("endedBefore"))
                .isEqualTo(TODAY);
    }

    @Test
    void what_waits_in_kafka_is_kept_topic_by_topic() {
        when(backlog.waiting()).thenReturn(Map.of("commerce.orders.v1", 41L));

        producer.sendBody(triggerOf(ObserveCollectorRoute.OBSERVE_BACKLOG), null);

        assertThat(observed.from("kafka"))
                .containsExactly(new Figure("commerce.collector.lag.records", "commerce.orders.v1", 41));
    }

    @Test
    void a_kafka_that_is_away_leaves_what_was_known() {
        when(backlog.waiting())
                .thenReturn(Map.of("commerce.orders.v1", 41L))
                .thenThrow(new IllegalStateException("away"));
        String trigger = triggerOf(ObserveCollectorRoute.OBSERVE_BACKLOG);

        producer.sendBody(trigger, null);
        producer.sendBody(trigger, null);

        assertThat(observed.from("kafka")).hasSize(1);
    }
}
