package io.commerceroutes.app.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.github.bucket4j.Bucket;
import io.lettuce.core.RedisException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final RateLimit USER = new RateLimit("user", 2);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LocalBuckets local = new LocalBuckets(10, new StillTime());

    @Test
    void a_limit_is_used_up_and_tells_when_to_come_again() {
        RateLimiter limiter =
                new RateLimiter(new LocalBuckets(10, new StillTime())::of, RateLimiterTest::unreachable, meters);

        List<Quota> quotas = take(limiter, "1", 3);

        assertThat(quotas).extracting(Quota::granted).containsExactly(true, true, false);
        assertThat(quotas).extracting(Quota::remaining).containsExactly(1L, 0L, 0L);
        assertThat(quotas.getLast().waitSeconds()).isEqualTo(1);
        assertThat(meters.get("commerce.rate.limit.refused")
                        .tag("limit", "user")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void nobody_uses_up_what_another_may_send() {
        RateLimiter limiter =
                new RateLimiter(new LocalBuckets(10, new StillTime())::of, RateLimiterTest::unreachable, meters);

        take(limiter, "1", 3);

        assertThat(take(limiter, "2", 1)).extracting(Quota::granted).containsExactly(true);
    }

    @Test
    void without_redis_the_limit_holds_in_this_process() {
        RateLimiter limiter = new RateLimiter(RateLimiterTest::unreachable, local::of, meters);

        assertThat(take(limiter, "1", 3)).extracting(Quota::granted).containsExactly(true, true, false);
        assertThat(meters.get("commerce.rate.limit.local")
                        .tag("limit", "user")
                        .counter()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void a_limit_of_nothing_is_no_limit_that_anybody_means() {
        assertThatThrownBy(() -> new RateLimit("user", 0)).hasMessageContaining("user");
    }

    private static List<Quota> take(RateLimiter limiter, String holder, int requests) {
        List<Quota> quotas = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            quotas.add(limiter.take(new Claim(USER, holder)));
        }
        return quotas;
    }

    private static Bucket unreachable(Claim claim) {
        return mock(Bucket.class, call -> {
            throw new RedisException("away");
        });
    }
}
