package io.commerceroutes.app.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TracedCallsTest {
    private static final String PLACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final CurrentFlow current = new CurrentFlow();
    private final List<Optional<String>> received = new CopyOnWriteArrayList<>();
    private HttpServer gateway;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            received.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("traceparent")));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void close() {
        gateway.stop(0);
        current.leave();
    }

    @Test
    void a_call_names_the_place_that_it_comes_from() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            HttpComponent http = new HttpComponent();
            new SpanExport().tracedCalls(current).configure("http", http);
            camel.addComponent("http", http);
            camel.start();
            String address = "http://127.0.0.1:" + gateway.getAddress().getPort();

            camel.createProducerTemplate().requestBody(address, "");
            current.enter(new Flow(Traceparent.read(PLACE).orElseThrow(), "caller-1", null));
            camel.createProducerTemplate().requestBody(address, "");
        }

        assertThat(received).containsExactly(Optional.empty(), Optional.of(PLACE));
    }

    /** Customizers come in any order. */
    @Test
    void what_else_is_made_of_the_client_stays() {
        HttpComponent http = new HttpComponent();
        List<HttpClientBuilder> configured = new ArrayList<>();
        http.setHttpClientConfigurer(configured::add);
        HttpClientBuilder client = HttpClientBuilder.create();

        new SpanExport().tracedCalls(current).configure("http", http);
        http.getHttpClientConfigurer().configureHttpClient(client);

        assertThat(configured).containsExactly(client);
    }
}
