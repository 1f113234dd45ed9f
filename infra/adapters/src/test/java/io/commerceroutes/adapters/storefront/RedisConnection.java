package io.commerceroutes.adapters.storefront;

import io.commerceroutes.embedded.EmbeddedServers;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisURI;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A client of the Redis that the environment names, of the embedded one, or of one on a port of its own. */
final class RedisConnection implements AutoCloseable {
    /** More than a busy machine takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ClientResources resources = ClientResources.builder()
            .reconnectDelay(Delay.constant(Duration.ofMillis(50)))
            .build();
    private final LettuceConnectionFactory connections;

    private RedisConnection(String url, Duration timeout) {
        connections = new LettuceConnectionFactory(
                LettuceConnectionFactory.createRedisConfiguration(RedisURI.create(url)),
                LettuceClientConfiguration.builder()
                        .clientResources(resources)
                        .commandTimeout(timeout)
                        .clientOptions(ClientOptions.builder()
                                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                                .build())
                        .build());
        connections.afterPropertiesSet();
        connections.start();
    }

    static RedisConnection open() {
        String external = System.getenv("REDIS_URL");
        String url = external == null ? EmbeddedServers.shared().redis().url() : external;
        return new RedisConnection(url, PATIENCE);
    }

    static RedisConnection to(int port) {
        return to(port, PATIENCE);
    }

    static RedisConnection to(int port, Duration timeout) {
        return new RedisConnection("redis://127.0.0.1:" + port, timeout);
    }

    LettuceConnectionFactory factory() {
        return connections;
    }

    StringRedisTemplate template() {
        return new StringRedisTemplate(connections);
    }

    @Override
    public void close() {
        connections.destroy();
        resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
