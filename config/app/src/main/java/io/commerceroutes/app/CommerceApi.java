package io.commerceroutes.app;

import io.commerceroutes.app.commerce.CommerceConfiguration;
import io.commerceroutes.app.console.ConsoleConfiguration;
import io.commerceroutes.app.data.ScheduleData;
import io.commerceroutes.app.health.HealthConfiguration;
import io.commerceroutes.app.http.HttpConfiguration;
import io.commerceroutes.app.limit.RateLimitConfiguration;
import io.commerceroutes.app.metering.CommerceMetering;
import io.commerceroutes.app.redis.RedisConfiguration;
import io.commerceroutes.app.security.SecurityConfiguration;
import io.commerceroutes.app.trace.TracingConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The transaction side: takes orders and money. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    HttpConfiguration.class,
    SecurityConfiguration.class,
    TracingConfiguration.class,
    ConsoleConfiguration.class,
    HealthConfiguration.class,
    KafkaConfiguration.class,
    RedisConfiguration.class,
    RateLimitConfiguration.class,
    ScheduleData.class,
    CommerceConfiguration.class,
    CommerceMetering.class
})
public class CommerceApi {}
