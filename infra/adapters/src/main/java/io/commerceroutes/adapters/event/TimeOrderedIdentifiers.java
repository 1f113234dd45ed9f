package io.commerceroutes.adapters.event;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import io.commerceroutes.domain.event.Identifiers;
import java.security.SecureRandom;

/** UUIDs of version 7 whose random part is drawn anew, from a secure source, for each. */
public class TimeOrderedIdentifiers implements Identifiers {
    private final TimeBasedEpochRandomGenerator generator =
            Generators.timeBasedEpochRandomGenerator(new SecureRandom());

    @Override
    public String next() {
        return generator.generate().toString();
    }
}
