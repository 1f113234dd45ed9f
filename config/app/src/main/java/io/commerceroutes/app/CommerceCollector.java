package io.commerceroutes.app;

import io.commerceroutes.app.collector.CollectorAdapters;
import io.commerceroutes.app.collector.CollectorData;
import io.commerceroutes.app.collector.CollectorRoutes;
import io.commerceroutes.app.collector.RecountConfiguration;
import io.commerceroutes.app.console.ConsoleConfiguration;
import io.commerceroutes.app.health.HealthConfiguration;
import io.commerceroutes.app.http.HttpConfiguration;
import io.commerceroutes.app.limit.RateLimitConfiguration;
import io.commerceroutes.app.metering.CollectorMetering;
import io.commerceroutes.app.redis.RedisConfiguration;
import io.commerceroutes.app.security.SecurityConfiguration;
import io.commerceroutes.app.trace.TracingConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The analytics side: counts what happened and ranks products. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {HibernateJpaAutoConfiguration.class, JpaRepositoriesAutoConfiguration.class})
@Import({
    HttpConfiguration.class,
    SecurityConfiguration.class,
    TracingConfiguration.class,
    ConsoleConfiguration.class,
    HealthConfiguration.class,
    KafkaConfiguration.class,
    RedisConfiguration.class,
    RateLimitConfiguration.class,
    CollectorData.class,
    CollectorAdapters.class,
    CollectorRoutes.class,
    RecountConfiguration.class,
    CollectorMetering.class
})
public class CommerceCollector {}
