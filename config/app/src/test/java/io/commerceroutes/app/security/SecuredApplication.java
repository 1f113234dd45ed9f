package io.commerceroutes.app.security;

import io.commerceroutes.app.console.ConsoleConfiguration;
import io.commerceroutes.app.http.ProblemWriter;
import io.commerceroutes.app.limit.RateLimitConfiguration;
import io.commerceroutes.app.redis.RedisConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The roles' security around a few endpoints, and no server behind it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    OAuth2ResourceServerAutoConfiguration.class,
    RedisAutoConfiguration.class
})
@Import({
    SecurityConfiguration.class,
    ConsoleConfiguration.class,
    RedisConfiguration.class,
    RateLimitConfiguration.class,
    ProblemWriter.class,
    SecuredApplication.Endpoints.class
})
class SecuredApplication {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @RestController
    static class Endpoints {
        @GetMapping({
            "/api/v1/products",
            "/api/v1/points",
            "/api/v1/ops/audit",
            "/swagger-ui/index.html",
            "/actuator/hawtio/index.html",
            "/actuator/hawtio/proxy/127.0.0.1",
            "/actuator/jolokia"
        })
        String read() {
            return "{}";
        }

        @PostMapping({"/api/v1/products", "/api/v1/products/{id}/stock", "/api/v1/coupons", "/api/v1/coupons/{id}/issue"
        })
        String write() {
            return "{}";
        }

        /** Nobody thought of a rule for it. */
        @PostMapping("/api/v1/forgotten")
        String forgotten() {
            return "{}";
        }
    }
}
