package io.commerceroutes.domain.metrics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads typed fields out of a parsed JSON object, and says exactly which one is wrong. */
record PayloadFields(Map<?, ?> fields) {

    /** A whole number within the range; fractions and numbers written as text are refused. */
    long number(String name, long min, long max) {
        Object value = fields.get(name);
        if (!(value instanceof Integer || value instanceof Long)) {
            throw new RejectedEventException(name + " must be a whole number");
        }
        long number = ((Number) value).longValue();
        if (number < min || number > max) {
            throw new RejectedEventException("%s must lie between %d and %d".formatted(name, min, max));
        }
        return number;
    }

    String text(String name, int lengthMax) {
        if (!(fields.get(name) instanceof String text) || text.isBlank()) {
            throw new RejectedEventException(name + " must be a text that is not blank");
        }
        if (text.length() > lengthMax) {
            throw new RejectedEventException("%s must not be longer than %d".formatted(name, lengthMax));
        }
        return text;
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    Instant time(String name) {
        return instant(name, fields.get(name) instanceof String text ? text : null);
    }

    List<PayloadFields> objects(String name, int sizeMax) {
        if (!(fields.get(name) instanceof List<?> list) || list.isEmpty()) {
            throw new RejectedEventException(name + " must be a list that is not empty");
        }
        if (list.size() > sizeMax) {
            throw new RejectedEventException("%s must not have more than %d entries".formatted(name, sizeMax));
        }
        List<PayloadFields> objects = new ArrayList<>(list.size());
        for (Object entry : list) {
            if (!(entry instanceof Map<?, ?> map)) {
                throw new RejectedEventException(name + " must be a list of objects");
            }
            objects.add(new PayloadFields(map));
        }
        return objects;
    }

    static Instant instant(String name, String text) {
        if (text == null) {
            throw new RejectedEventException(name + " is missing");
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw new RejectedEventException(name + " is not a time with offset");
        }
    }
}
