package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.local.platform.FuzzRun.Exchange;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/**
 * Every write endpoint gets, by its schema in the document, requests that nobody should send: none of them is a failure
 * of ours, keeps one waiting, or writes anything unless it is accepted. {@code -Dfuzz.seed=…} repeats a run, and
 * {@code -Dfuzz.requests=…} makes it longer.
 */
@OnSharedApi
@OnSharedCollector
class WriteFuzzIT {
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 5_000);
    private static final int CUSTOMERS = 8;
    private static final int ROUNDS_MAX = 10;

    private final RunningApi api;
    private final RunningCollector collector;
    private final SplittableRandom random = new SplittableRandom(SEED);

    WriteFuzzIT(RunningApi api, RunningCollector collector) {
        this.api = api;
        this.collector = collector;
    }

    @Test
    void what_the_document_of_commerce_api_forbids_is_refused_and_writes_nothing() {
        List<FuzzTarget> targets = targetsOfApi();
        TableContents before = TableContents.settled(api.database());

        List<Exchange> exchanges = new FuzzRun(api.shop().baseUrl()).send(forbidden(targets, REQUESTS * 6 / 10));

        assertAll(exchanges, Exchange::isRefusedForItsForm);
        assertThat(TableContents.of(api.database())).as("seed %d", SEED).isEqualTo(before);
    }

    @Test
    void what_the_document_of_the_collector_forbids_is_refused_and_writes_nothing() throws SchedulerException {
        ShopClient client = new ShopClient(TestPlatform.baseUrl(collector.context()));
        List<FuzzTarget> targets =
                FuzzTarget.of(client, new TestTokens(collector.keys()), Resources.ofCollector(), List.of(1L));
        collector.awaitEverythingCommitted();
        // Shortly after midnight its schedules write, too.
        Scheduler schedules = collector.context().getBean(Scheduler.class);
        schedules.standby();
        try {
            TableContents before = TableContents.settled(collector.database());

            List<Exchange> exchanges = new FuzzRun(client.baseUrl()).send(forbidden(targets, REQUESTS / 10));

            assertAll(exchanges, Exchange::isRefusedForItsForm);
            assertThat(TableContents.of(collector.database()))
                    .as("seed %d", SEED)
                    .isEqualTo(before);
        } finally {
            schedules.start();
        }
    }

    @Test
    void what_is_odd_is_accepted_or_refused_and_what_is_refused_writes_nothing() {
        FuzzRun run = new FuzzRun(api.shop().baseUrl());
        List<FuzzedRequest> requests = odd(targetsOfApi(), REQUESTS * 3 / 10);

        // What one request wrote lets another pass that was refused; in the end there is a round in which none passes.
        for (int round = 0; round < ROUNDS_MAX; round++) {
            TableContents before = TableContents.settled(api.database());
            List<Exchange> exchanges = run.send(requests);
            assertAll(exchanges, Exchange::isAnswered);
            List<FuzzedRequest> refused = exchanges.stream()
                    .filter(Exchange::isRefused)
                    .map(Exchange::request)
                    .toList();
            if (refused.size() == requests.size()) {
                assertThat(TableContents.of(api.database())).as("seed %d", SEED).isEqualTo(before);
                return;
            }
            requests = refused;
        }
        throw new AssertionError("After %d rounds some still pass: seed %d".formatted(ROUNDS_MAX, SEED));
    }

    private List<FuzzTarget> targetsOfApi() {
        return FuzzTarget.of(
                api.shop(), new TestTokens(api.keys()), Resources.of(api), api.customers(CUSTOMERS, 1_000_000));
    }

    private List<FuzzedRequest> forbidden(List<FuzzTarget> targets, int number) {
        List<ForbiddenRequests> ways = targets.stream()
                .map(target -> new ForbiddenRequests(target, random))
                .filter(ForbiddenRequests::areThere)
                .toList();
        return Stream.generate(() -> ways.get(random.nextInt(ways.size())).next())
                .limit(number)
                .toList();
    }

    private List<FuzzedRequest> odd(List<FuzzTarget> targets, int number) {
        return Stream.generate(() -> new OddRequests(targets.get(random.nextInt(targets.size())), random).next())
                .limit(number)
                .toList();
    }

    private static void assertAll(List<Exchange> exchanges, Predicate<Exchange> right) {
        assertThat(exchanges.stream().filter(right.negate()).map(Exchange::toString))
                .as("answered wrongly with seed %d", SEED)
                .isEmpty();
    }
}
