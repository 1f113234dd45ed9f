package io.commerceroutes.routes.metrics;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.commerceroutes.domain.metrics.EventEnvelope;
import io.commerceroutes.domain.metrics.EventReader;
import io.commerceroutes.domain.metrics.EventReading;
import java.io.IOException;
import java.util.Map;

/** Reads one record, whoever brought it: parses its value where that is needed. */
public class RecordReading {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build()
            .readerFor(new TypeReference<Map<String, Object>>() {});

    private final EventReader reader;

    public RecordReading(EventReader reader) {
        this.reader = reader;
    }

    /** @param value null if the record has none */
    public EventReading read(EventEnvelope envelope, byte[] value) {
        if (reader.skips(envelope)) {
            return reader.read(envelope, Map.of());
        }
        try {
            Map<String, Object> payload = value == null ? null : JSON.readValue(value);
            return payload == null ? new EventReading.Rejected("its value is missing") : reader.read(envelope, payload);
        } catch (IOException notJson) {
            return new EventReading.Rejected("its value is not a JSON object");
        }
    }
}
