package io.commerceroutes.app;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Kafka as both roles use it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaTopics.Settings.class)
@EnableScheduling
class KafkaConfiguration {
    @Bean
    KafkaTopics kafkaTopics(
            KafkaTopics.Settings settings, @Value("${camel.component.kafka.brokers}") String bootstrapServers) {
        return new KafkaTopics(settings, bootstrapServers);
    }
}
