package io.commerceroutes.app.trace;

import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Makes the routes' producers, which have a span for each event that they send. */
final class TracedKafkaClients extends DefaultKafkaClientFactory {
    private final SendSpans spans;

    TracedKafkaClients(SendSpans spans) {
        this.spans = spans;
    }

    @Override
    public Producer<Object, Object> getProducer(Properties settings) {
        return new KafkaProducer<>(settings) {
            @Override
            public Future<RecordMetadata> send(ProducerRecord<Object, Object> event, Callback callback) {
                return spans.send(event, callback, super::send);
            }
        };
    }
}
