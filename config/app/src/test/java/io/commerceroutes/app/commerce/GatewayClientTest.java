package io.commerceroutes.app.commerce;

import static io.commerceroutes.routes.payment.GatewayMessages.ANSWER_BYTES_MAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commerceroutes.app.trace.TracingConfiguration;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.springboot.HttpComponentAutoConfiguration;
import org.apache.camel.component.http.springboot.HttpComponentConverter;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The gateway's client as production puts it together, traced, with one connection only and little time. */
@Timeout(120)
class GatewayClientTest {
    private static UnhurriedGateway gateway;
    private static ConfigurableApplicationContext application;
    private static ProducerTemplate caller;

    @BeforeAll
    static void start() throws IOException {
        gateway = new UnhurriedGateway();
        application = new SpringApplicationBuilder(Client.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.config.name=commerce,commerce-api",
                        "--management.otlp.tracing.endpoint=http://127.0.0.1:9/v1/traces",
                        "--management.tracing.opentelemetry.export.schedule-delay=50ms",
                        "--camel.component.http.connections-per-route=1",
                        "--camel.component.http.max-total-connections=1",
                        // Steps may take as long as a busy machine needs.
                        "--camel.component.http.connection-request-timeout=60000",
                        "--camel.component.http.response-timeout=60000",
                        "--camel.component.http.so-timeout=60000",
                        "--commerce.payment.call-max=2s");
        caller = application.getBean(ProducerTemplate.class);
    }

    @AfterAll
    static void stop() {
        application.close();
        gateway.close();
    }

    @Test
    void an_answer_that_comes_byte_by_byte_is_waited_for_no_longer_than_a_call_may_take() throws Exception {
        assertThatThrownBy(() -> call("/dripping"))
                .rootCause()
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessageContaining("PT2S");

        assertThat(gateway.nextBrokenOff()).isEqualTo("/dripping");
        assertThat(call("/quick")).hasSize(1);
    }

    @Test
    void no_more_of_an_endless_answer_is_taken_than_shows_that_it_is_too_long() throws Exception {
        assertThat(call("/endless")).hasSize(ANSWER_BYTES_MAX + 1);

        assertThat(gateway.nextBrokenOff()).isEqualTo("/endless");
        assertThat(call("/quick")).hasSize(1);
    }

    @Test
    void an_answer_is_measured_unpacked() {
        assertThat(call("/packed")).hasSize(ANSWER_BYTES_MAX + 1);

        assertThat(call("/quick")).hasSize(1);
    }

    @Test
    void an_answer_that_cannot_be_read_holds_no_connection() {
        assertThatThrownBy(() -> call("/wrongly-packed")).rootCause().isInstanceOf(IOException.class);

        assertThat(call("/quick")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/quick", "/empty", "/short-packed"})
    void an_answer_read_to_its_end_leaves_its_connection_to_the_next_call(String path) {
        int before = gateway.connections().size();

        call("/quick");
        call(path);
        call("/quick");

        assertThat(gateway.connections().stream().skip(before).distinct()).hasSize(1);
    }

    @Test
    void a_call_names_the_place_that_it_comes_from() {
        int before = gateway.traceparents().size();

        call("/quick");

        assertThat(gateway.traceparents().stream().skip(before))
                .singleElement()
                .asString()
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }

    /** Customizers come in any order. */
    @Test
    void what_else_is_made_of_the_client_stays() {
        HttpComponent http = new HttpComponent();
        List<HttpClientBuilder> configured = new ArrayList<>();
        http.setHttpClientConfigurer(configured::add);
        HttpClientBuilder client = HttpClientBuilder.create();

        new GatewayClient()
                .boundedGatewayCalls(application.getBean(BoundedCalls.class))
                .configure("http", http);
        http.getHttpClientConfigurer().configureHttpClient(client);

        assertThat(configured).containsExactly(client);
    }

    private static byte[] call(String path) {
        return caller.requestBodyAndHeader("direct:call", null, Exchange.HTTP_URI, gateway.address(path), byte[].class);
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        CamelAutoConfiguration.class,
        HttpComponentAutoConfiguration.class,
        HttpComponentConverter.class
    })
    @Import({GatewayClient.class, TracingConfiguration.class})
    static class Client {
        @Bean
        RouteBuilder calls() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:call")
                            .errorHandler(noErrorHandler())
                            .to("http://gateway?throwExceptionOnFailure=false");
                }
            };
        }
    }
}
