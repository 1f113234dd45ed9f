package io.commerceroutes.adapters.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JitterTest {
    @Test
    void nothing_lives_shorter_and_nothing_more_than_the_percentage_longer() {
        Jitter jitter = new Jitter(Duration.ofSeconds(100), 20);

        assertThat(IntStream.range(0, 1_000).mapToObj(i -> jitter.getTimeToLive("key", "value")))
                .allMatch(ttl -> ttl.compareTo(Duration.ofSeconds(100)) >= 0)
                .allMatch(ttl -> ttl.compareTo(Duration.ofSeconds(120)) <= 0)
                .anyMatch(ttl -> ttl.compareTo(Duration.ofSeconds(105)) < 0)
                .anyMatch(ttl -> ttl.compareTo(Duration.ofSeconds(115)) > 0);
    }

    @Test
    void none_is_none() {
        assertThat(new Jitter(Duration.ofSeconds(100), 0).getTimeToLive("key", "value"))
                .isEqualTo(Duration.ofSeconds(100));
    }
}
