package io.commerceroutes.adapters.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.product.Like;
import io.commerceroutes.domain.product.NewProduct;
import io.commerceroutes.domain.product.Stock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A like, the product's count and the event stand or fall together, however many like at once. */
class LikesIT {
    private static final Instant NOW = Instant.parse("2026-11-22T03:04:05.000006Z");
    private static CommerceSchema schema;
    private static JdbcLikes likes;
    private static long brand;
    private long tea;

    @BeforeAll
    static void migrate() {
        schema = CommerceSchema.migrated();
        likes = Products.likes(schema);
        brand = schema.transaction()
                .execute(status -> Products.catalogue(schema).addBrand("Aram"));
    }

    @BeforeEach
    void addTea() {
        tea = schema.transaction()
                .execute(status -> Products.catalogue(schema)
                        .add(new NewProduct("Tea", Money.of(100), brand, new Stock(10), NOW))
                        .orElseThrow()
                        .productId());
    }

    @AfterEach
    void everything_is_counted() {
        assertThat(Products.miscounts(schema)).isZero();
    }

    private boolean like(long userId) {
        return schema.transaction().execute(status -> likes.like(new Like(userId, tea, NOW)));
    }

    private boolean unlike(long userId) {
        return schema.transaction().execute(status -> likes.unlike(new Like(userId, tea, NOW)));
    }

    private List<String> events() {
        List<String> events = Products.events(schema, tea);
        return events.subList(1, events.size());
    }

    @Test
    void saying_it_again_changes_nothing_and_tells_nobody() {
        assertThat(List.of(like(1), like(1), like(2))).containsExactly(true, false, true);
        assertThat(likes.count(tea)).hasValue(2);
        assertThat(List.of(unlike(1), unlike(1), unlike(3))).containsExactly(true, false, false);
        assertThat(likes.count(tea)).hasValue(1);
        assertThat(like(1)).isTrue();

        String payload = " {\"productId\":%d}".formatted(tea);
        assertThat(events())
                .containsExactly(
                        "ProductLiked" + payload,
                        "ProductLiked" + payload,
                        "ProductUnliked" + payload,
                        "ProductLiked" + payload);
    }

    @Test
    void what_is_no_product_cannot_be_liked() {
        boolean liked = schema.transaction().execute(status -> likes.like(new Like(1, 987_654, NOW)));

        assertThat(liked).isFalse();
        assertThat(likes.count(987_654)).isEmpty();
        assertThat(Products.events(schema, 987_654)).isEmpty();
    }

    @Test
    void two_hundred_customers_who_like_at_once_and_say_it_again_are_counted_once_each() throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int repeat = 0; repeat < 2; repeat++) {
            IntStream.rangeClosed(1, 200).forEach(user -> work.add(() -> like(user)));
        }
        Collections.shuffle(work, new Random(1));

        assertThat(allAtOnce(work)).isEqualTo(200);
        assertThat(likes.count(tea)).hasValue(200);
        assertThat(events()).hasSize(200);
    }

    @Test
    void one_customer_who_likes_and_unlikes_from_many_threads_is_counted_at_most_once() throws Exception {
        List<Callable<Boolean>> work = IntStream.range(0, 200)
                .<Callable<Boolean>>mapToObj(i -> i % 2 == 0 ? () -> like(1) : () -> unlike(1))
                .toList();

        int changes = allAtOnce(work);

        assertThat(likes.count(tea).orElseThrow()).isEqualTo(changes % 2);
        assertThat(events()).hasSize(changes);
    }

    /** @return how many of them changed something */
    private static int allAtOnce(List<Callable<Boolean>> work) throws Exception {
        int changes = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
            for (Future<Boolean> done : threads.invokeAll(work)) {
                changes += done.get() ? 1 : 0;
            }
        }
        return changes;
    }
}
