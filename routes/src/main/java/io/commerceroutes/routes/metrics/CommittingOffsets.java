package io.commerceroutes.routes.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

/**
 * Commits the offset of the last record of each partition in a batch, synchronously. The commit that the batch itself
 * carries is not enough: it speaks of the last record's partition only.
 */
public class CommittingOffsets implements Processor {
    @Override
    public void process(Exchange exchange) {
        Map<Place, KafkaManualCommit> lastOfEach = new LinkedHashMap<>();
        for (Object entry : exchange.getMessage().getBody(List.class)) {
            Exchange record = (Exchange) entry;
            lastOfEach.put(
                    new Place(
                            record.getMessage().getHeader(KafkaConstants.TOPIC, String.class),
                            record.getMessage().getHeader(KafkaConstants.PARTITION, Integer.class)),
                    record.getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class));
        }
        lastOfEach.values().forEach(KafkaManualCommit::commit);
    }

    private record Place(String topic, int partition) {}
}
