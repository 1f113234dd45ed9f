package io.commerceroutes.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpEngine;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class RouteHandlerAdapterTest {
    private final RouteHandlerAdapter adapter = new RouteHandlerAdapter();

    @Test
    void a_route_answers_before_its_request_is_left() throws Exception {
        try (CamelContext camel = new DefaultCamelContext()) {
            HandlerMethod handler =
                    new HandlerMethod(greeting(camel), "service", HttpServletRequest.class, HttpServletResponse.class);
            MockHttpServletRequest request = new MockHttpServletRequest("GET", "/greeting");
            request.setAsyncSupported(true);
            MockHttpServletResponse response = new MockHttpServletResponse();

            assertThat(adapter.supports(handler)).isTrue();
            assertThat(adapter.handle(request, response, handler)).isNull();

            assertThat(response.getContentAsString()).isEqualTo("hello");
            assertThat(request.isAsyncStarted()).isFalse();
        }
    }

    @Test
    void what_is_no_route_is_left_to_others() throws Exception {
        assertThat(adapter.supports(new HandlerMethod("no route", "length"))).isFalse();
    }

    /** What Spring MVC is told to call for the route. */
    private static Consumer greeting(CamelContext camel) throws Exception {
        camel.getRegistry().bind("platform-http-engine", new SpringBootPlatformHttpEngine(0, Runnable::run));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/greeting").setBody(constant("hello"));
            }
        });
        camel.start();
        return camel.getComponent("platform-http", PlatformHttpComponent.class)
                .getHttpEndpoints()
                .iterator()
                .next()
                .getConsumer();
    }
}
