package io.commerceroutes.routes.product;

import static io.commerceroutes.routes.product.CountViewsRoute.COUNT_VIEWS;
import static io.commerceroutes.routes.product.CountViewsRoute.UNCOUNTED;
import static io.commerceroutes.routes.product.PublishViewRoute.PUBLISH_VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.routes.product.ProductJson.Brand;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CountViewsRouteTest extends CommerceFlowTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern COUNT = Pattern.compile("=(\\d+)");

    @Test
    void views_are_counted_together_once_they_are_many() throws Exception {
        start(COUNT_VIEWS);

        // A busy machine may keep the second one back for longer than the first one waits; later ones come together.
        await().atMost(LIMIT).pollDelay(Duration.ZERO).untilAsserted(() -> {
            int before = counted();
            view(11);
            view(11);
            await().atMost(LIMIT).until(() -> waitingFor(UNCOUNTED) == 0);
            view(12);
            await().atMost(LIMIT).until(() -> counted() == before + 3);
            assertThat(journal().entries()).contains("count views {11=2}");
        });
    }

    @Test
    void a_single_view_is_counted_after_a_moment() throws Exception {
        start(COUNT_VIEWS);

        view(12);

        awaitEntry("count views {12=1}");
    }

    @Test
    void views_that_cannot_be_counted_are_lost_and_the_next_ones_are_not() throws Exception {
        journal().failNext("count views {11=1}", TechnicalFailure.outage());
        start(COUNT_VIEWS);

        view(11);
        awaitEntry("count views {11=1}");
        view(12);

        awaitEntry("count views {12=1}");
        assertThat(journal().entries()).containsExactly("count views {11=1}", "count views {12=1}");
    }

    @Test
    void a_view_that_finds_the_queue_full_is_dropped() {
        for (int view = 0; view < 4; view++) {
            view(11);
        }

        assertThat(waitingFor(UNCOUNTED)).isEqualTo(2);
    }

    @Test
    void each_view_that_is_published_is_also_to_be_counted() throws Exception {
        start(PUBLISH_VIEW);

        api.get("/api/v1/products/11");

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(waitingFor(UNCOUNTED)).isOne());
    }

    private void view(long productId) {
        producer.sendBody(UNCOUNTED, new ProductJson(productId, "Tea", 100, 10, 3, new Brand(5, "Leaf")));
    }

    private int counted() {
        return COUNT.matcher(String.join("", journal().entries()))
                .results()
                .mapToInt(count -> Integer.parseInt(count.group(1)))
                .sum();
    }

    private void awaitEntry(String entry) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(() -> assertThat(journal().entries()).contains(entry));
    }
}
