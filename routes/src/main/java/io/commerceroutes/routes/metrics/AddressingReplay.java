package io.commerceroutes.routes.metrics;

import io.commerceroutes.domain.metrics.DeadLetter;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.kafka.KafkaConstants;

/**
 * Makes the original record of a dead letter, for the topic that it came from. It keeps its time, too: how late an event
 * is depends on when it first reached its topic, not on when somebody put it back.
 */
class AddressingReplay implements Processor {
    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        DeadLetter letter = message.getBody(DeadLetter.class);
        // The path stays: an answer that tells of a failure names it.
        message.removeHeaders("*", Exchange.HTTP_URI);
        letter.headers().forEach(message::setHeader);
        message.setHeader(KafkaConstants.OVERRIDE_TOPIC, letter.topic());
        message.setHeader(KafkaConstants.OVERRIDE_TIMESTAMP, letter.recordedAt().toEpochMilli());
        if (letter.key() != null) {
            message.setHeader(KafkaConstants.KEY, letter.key());
        }
        message.setBody(letter.value());
    }
}
