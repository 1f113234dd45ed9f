package io.commerceroutes.local.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.ScanOptions;

/** What a Redis holds: every key with what is kept under it, bytes as the characters that they would be. */
final class RedisContents {
    private RedisContents() {}

    static List<String> all(RedisConnectionFactory redis) {
        return PatientRedis.ask(redis, patient -> patient.execute((RedisCallback<List<String>>) RedisContents::all));
    }

    private static List<String> all(RedisConnection connection) {
        try (Cursor<byte[]> keys = connection.keyCommands().scan(ScanOptions.NONE)) {
            List<String> contents = new ArrayList<>();
            keys.forEachRemaining(key -> contents.add(text(key) + " " + value(connection, key)));
            return contents;
        }
    }

    /** Empty for a key that has run out meanwhile. */
    private static String value(RedisConnection redis, byte[] key) {
        StringBuilder text = new StringBuilder();
        switch (redis.keyCommands().type(key)) {
            case STRING -> add(text, redis.stringCommands().get(key));
            case HASH ->
                redis.hashCommands().hGetAll(key).forEach((field, value) -> {
                    add(text, field);
                    add(text, value);
                });
            case SET -> redis.setCommands().sMembers(key).forEach(value -> add(text, value));
            case ZSET -> redis.zSetCommands().zRange(key, 0, -1).forEach(value -> add(text, value));
            case LIST -> redis.listCommands().lRange(key, 0, -1).forEach(value -> add(text, value));
            case NONE -> text.append("is gone");
            default -> throw new AssertionError("Nobody reads what " + text(key) + " holds");
        }
        return text.toString();
    }

    private static void add(StringBuilder text, byte[] value) {
        text.append(value == null ? "" : text(value)).append(' ');
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
