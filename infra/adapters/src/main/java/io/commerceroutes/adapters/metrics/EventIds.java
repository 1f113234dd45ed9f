package io.commerceroutes.adapters.metrics;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Event ids as the 16 bytes that are stored of them. */
final class EventIds {
    private EventIds() {}

    static byte[] toBytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID fromBytes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
