package io.commerceroutes.app.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hawtio at /actuator/hawtio: the flows, drawn, and the switches of their routes. */
@Configuration(proxyBeanMethods = false)
@Import(ConsoleSecurity.class)
public class ConsoleConfiguration implements WebMvcConfigurer {
    /** Jolokia looks for one among the beans. */
    @Bean
    ConsolePolicy consolePolicy() {
        return new ConsolePolicy();
    }

    /** Hawtio takes whom it did not log in itself for the public, and offers the public no way out. */
    @Bean
    FilterRegistrationBean<Filter> operatorName(ObjectMapper json) {
        return answer("/actuator/hawtio/user", json, HttpServletRequest::getRemoteUser);
    }

    /** Hawtio asks for other servers that it could show. */
    @Bean
    FilterRegistrationBean<Filter> noOtherServers(ObjectMapper json) {
        return answer("/actuator/hawtio/preset-connections", json, request -> List.of());
    }

    private static FilterRegistrationBean<Filter> answer(
            String path, ObjectMapper json, Function<HttpServletRequest, Object> content) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(response.getWriter(), content.apply((HttpServletRequest) request));
        });
        registration.addUrlPatterns(path);
        return registration;
    }

    /** Browsers look for one beside the login form. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/favicon.ico").addResourceLocations("classpath:/hawtio-static/");
    }
}
