package io.commerceroutes.local.platform;

import java.util.function.Function;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The Redis of a platform, asked by somebody who, on a busy machine, waits longer than the platform would. */
final class PatientRedis {
    private PatientRedis() {}

    static <T> T ask(RedisConnectionFactory ofPlatform, Function<StringRedisTemplate, T> question) {
        LettuceConnectionFactory own =
                new LettuceConnectionFactory(((LettuceConnectionFactory) ofPlatform).getStandaloneConfiguration());
        own.afterPropertiesSet();
        own.start();
        try {
            return question.apply(new StringRedisTemplate(own));
        } finally {
            own.destroy();
        }
    }
}
