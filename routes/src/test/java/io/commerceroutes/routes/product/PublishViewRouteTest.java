package io.commerceroutes.routes.product;

import static io.commerceroutes.routes.product.PublishViewRoute.PUBLISH_VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.TechnicalFailure;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.EndpointInject;
import org.apache.camel.Message;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PublishViewRouteTest extends CommerceFlowTest {
    @EndpointInject("mock:kafka:commerce.catalog.v1")
    private MockEndpoint catalogTopic;

    @Autowired
    private MeterRegistry meters;

    PublishViewRouteTest() {
        super(PUBLISH_VIEW);
    }

    @Test
    void a_view_is_published_as_a_cloud_event_under_the_products_id() throws Exception {
        catalogTopic.expectedMessageCount(1);

        api.get("/api/v1/products/11", "X-Private", "of the request");

        catalogTopic.setResultWaitTime(30_000);
        catalogTopic.assertIsSatisfied();
        Message view = catalogTopic.getExchanges().getFirst().getMessage();
        assertThat(view.getBody(String.class)).isEqualTo("{\"productId\":11}");
        assertThat(view.getHeaders())
                .containsAllEntriesOf(Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_type",
                        "ProductViewed",
                        "ce_source",
                        "/commerce-api",
                        "ce_time",
                        "2026-11-22T03:04:05Z",
                        "content-type",
                        "application/json",
                        "traceparent",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                        KafkaConstants.KEY,
                        "11"))
                .containsOnlyKeys(
                        "ce_specversion",
                        "ce_id",
                        "ce_type",
                        "ce_source",
                        "ce_time",
                        "content-type",
                        "traceparent",
                        KafkaConstants.KEY);
    }

    @Test
    void each_view_has_an_id_of_its_own() throws Exception {
        catalogTopic.expectedMessageCount(2);

        api.get("/api/v1/products/11");
        api.get("/api/v1/products/11");

        catalogTopic.setResultWaitTime(30_000);
        catalogTopic.assertIsSatisfied();
        assertThat(catalogTopic.getExchanges())
                .extracting(exchange -> exchange.getMessage().getHeader("ce_id"))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void a_view_that_kafka_does_not_take_is_lost_and_counted_and_the_next_one_is_not() throws Exception {
        double lostBefore = LostViews.because(meters, "kafka");
        catalogTopic.whenExchangeReceived(1, exchange -> {
            throw TechnicalFailure.outage();
        });
        NotifyBuilder both =
                new NotifyBuilder(camel).fromRoute(PUBLISH_VIEW).whenDone(2).create();

        assertThat(api.get("/api/v1/products/11").status()).isEqualTo(200);
        assertThat(api.get("/api/v1/products/12").status()).isEqualTo(200);

        assertThat(both.matches(30, TimeUnit.SECONDS)).isTrue();
        assertThat(LostViews.because(meters, "kafka")).isEqualTo(lostBefore + 1);
        assertThat(catalogTopic.getExchanges())
                .extracting(exchange -> exchange.getMessage().getBody(String.class))
                .containsExactly("{\"productId\":11}", "{\"productId\":12}");
    }
}
