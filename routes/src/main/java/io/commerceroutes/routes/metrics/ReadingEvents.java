package io.commerceroutes.routes.metrics;

import io.commerceroutes.domain.metrics.EventEnvelope;
import io.commerceroutes.domain.metrics.EventKey;
import io.commerceroutes.domain.metrics.EventReader;
import io.commerceroutes.domain.metrics.EventReading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.kafka.KafkaConstants;

/** Reads a polled batch: tells events to count from records to skip, repeated ones and such as can never be read. */
public class ReadingEvents implements Processor {
    private final RecordReading records;

    public ReadingEvents(EventReader reader) {
        this.records = new RecordReading(reader);
    }

    @Override
    public void process(Exchange exchange) {
        List<ReadRecord> events = new ArrayList<>();
        List<RefusedRecord> unreadable = new ArrayList<>();
        Set<EventKey> seen = new HashSet<>();
        List<EventReading.Skipped> skips = new ArrayList<>();
        int duplicates = 0;
        for (Object entry : exchange.getMessage().getBody(List.class)) {
            Exchange source = (Exchange) entry;
            EventReading reading = read(source.getMessage());
            if (reading instanceof EventReading.Rejected rejected) {
                unreadable.add(new RefusedRecord(source, rejected.reason()));
            } else if (reading instanceof EventReading.Skipped skipped) {
                skips.add(skipped);
            } else {
                ReadRecord event = new ReadRecord(source, reading);
                if (seen.add(event.key())) {
                    events.add(event);
                } else {
                    duplicates++;
                }
            }
        }
        exchange.setProperty(EventBatch.PROPERTY, new EventBatch(events, unreadable, skips, duplicates));
    }

    private EventReading read(Message record) {
        EventEnvelope envelope = new EventEnvelope(
                text(record, "ce_id"),
                text(record, "ce_type"),
                text(record, "ce_time"),
                Instant.ofEpochMilli(record.getHeader(KafkaConstants.TIMESTAMP, Long.class)));
        return records.read(envelope, record.getBody(byte[].class));
    }

    private static String text(Message record, String header) {
        byte[] value = record.getHeader(header, byte[].class);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }
}
