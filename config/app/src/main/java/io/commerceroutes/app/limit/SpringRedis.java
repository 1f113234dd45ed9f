package io.commerceroutes.app.limit;

import io.github.bucket4j.redis.lettuce.RedisApi;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Buckets go over the connection that all of Spring shares, looked up for each command: there may be none when the
 * application starts.
 *
 * @param <K> bytes; the library hands keys on in an array of objects, which an array of byte arrays would not take
 */
final class SpringRedis<K> implements RedisApi<K> {
    private final LettuceConnectionFactory connections;

    SpringRedis(LettuceConnectionFactory connections) {
        this.connections = connections;
    }

    @Override
    public <V> RedisFuture<V> eval(String script, ScriptOutputType type, K[] keys, byte[][] parameters) {
        return commands().eval(script, type, keys, parameters);
    }

    @Override
    public RedisFuture<byte[]> get(K key) {
        return commands().get(key);
    }

    @Override
    @SuppressWarnings("unchecked")
    public RedisFuture<?> delete(K key) {
        return commands().del(key);
    }

    @SuppressWarnings("unchecked")
    private RedisClusterAsyncCommands<K, byte[]> commands() {
        try (RedisConnection connection = connections.getConnection()) {
            return (RedisClusterAsyncCommands<K, byte[]>) connection.getNativeConnection();
        }
    }
}
