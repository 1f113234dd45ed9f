package io.commerceroutes.routes.metrics;

import io.commerceroutes.domain.metrics.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.kafka.KafkaConstants;

/** Makes the record for the dead-letter topic: the original as it came, with where it stood and why it failed. */
class AddressingDeadLetter implements Processor {
    @Override
    public void process(Exchange exchange) {
        DeadLetter letter = exchange.getMessage().getBody(DeadLetter.class);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        letter.headers().forEach(message::setHeader);
        where(letter)
                .forEach((name, value) ->
                        message.setHeader(name, value.toString().getBytes(StandardCharsets.UTF_8)));
        message.setHeader(KafkaConstants.OVERRIDE_TOPIC, DeadLetter.topicOf(letter.topic()));
        if (letter.key() != null) {
            message.setHeader(KafkaConstants.KEY, letter.key());
        }
        message.setBody(letter.value());
    }

    private static Map<String, Object> where(DeadLetter letter) {
        return Map.of(
                "dlq_topic", letter.topic(),
                "dlq_partition", letter.partition(),
                "dlq_offset", letter.offset(),
                "dlq_reason", letter.reason());
    }
}
