package io.commerceroutes.app.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.app.openapi.ApiDocumentation;
import io.commerceroutes.routes.http.ApiErrors;
import io.commerceroutes.routes.http.FailureKinds;
import io.commerceroutes.routes.http.ProblemAnswer;
import io.commerceroutes.routes.http.RestEntryDescriptions;
import io.commerceroutes.routes.http.StrictJson;
import io.commerceroutes.routes.http.TrustedHeaders;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpEngine;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.unit.DataSize;

/** What both roles need to serve HTTP through Camel's REST DSL. */
@Configuration(proxyBeanMethods = false)
@Import({
    ApiDocumentation.class,
    ApiErrors.class,
    DataFailureKinds.class,
    HttpErrors.class,
    RestEntryDescriptions.class,
    StrictJson.class
})
public class HttpConfiguration {
    /** Spring Security's chain is at -100: who is refused there has no body read. */
    private static final int AFTER_SECURITY = 0;

    /** Routes run on the request's own (virtual) thread, so identity and correlation stay with it. */
    @Bean("platform-http-engine")
    PlatformHttpEngine platformHttpEngine(@Value("${server.port}") int port) {
        return new SpringBootPlatformHttpEngine(port, Runnable::run);
    }

    @Bean
    RouteHandlerAdapter routeHandlerAdapter() {
        return new RouteHandlerAdapter();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports() {
        return tomcat -> tomcat.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemReportValve.class.getName()));
    }

    @Bean
    TrustedHeaders trustedHeaders() {
        return new TrustedHeaders();
    }

    @Bean
    ProblemAnswer problemAnswer(ObjectMapper json, FailureKinds failureKinds) {
        return new ProblemAnswer(json, failureKinds);
    }

    @Bean
    ProblemWriter problemWriter(ObjectMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(
            @Value("${commerce.http.body-limit}") DataSize limit, ProblemWriter problems) {
        FilterRegistrationBean<BodyLimit> registration = new FilterRegistrationBean<>(new BodyLimit(limit, problems));
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }
}
