package io.commerceroutes.routes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.routes.http.ApiErrors;
import io.commerceroutes.routes.http.ProblemAnswer;
import io.commerceroutes.routes.http.StrictJson;
import io.commerceroutes.routes.http.TrustedHeaders;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** What flows of both sides stand on: HTTP as in production, and stand-ins for the servers that routes address themselves. */
@Configuration(proxyBeanMethods = false)
@Import({ApiErrors.class, StrictJson.class, TechnicalFailure.Kinds.class})
public class Surroundings {
    /** Flows run on the request's own thread, as in production. */
    @Bean("platform-http-engine")
    PlatformHttpEngine platformHttpEngine(@Value("${server.port:0}") int port) {
        return new SpringBootPlatformHttpEngine(port, Runnable::run);
    }

    @Bean
    TrustedHeaders trustedHeaders() {
        return new TrustedHeaders();
    }

    @Bean
    ProblemAnswer problemAnswer(ObjectMapper json, TechnicalFailure.Kinds kinds) {
        return new ProblemAnswer(json, kinds);
    }

    /** Every send to Kafka ends at a mock before it gets here. */
    @Bean("kafka-component")
    KafkaComponent kafka() {
        KafkaComponent kafka = new KafkaComponent();
        kafka.getConfiguration().setBrokers("127.0.0.1:1");
        return kafka;
    }

    /** Every query ends at a mock before it gets here. */
    @Bean
    DataSource noDatabase() {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException("There is no database here");
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        };
    }
}
