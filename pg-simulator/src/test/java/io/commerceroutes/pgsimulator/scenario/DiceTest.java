package io.commerceroutes.pgsimulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.commerceroutes.pgsimulator.transaction.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiceTest {
    private static final int MANY = 20_000;

    private final ObjectMapper json = new ObjectMapper();

    private Dice dice(String... fields) {
        ObjectNode request = json.createObjectNode();
        for (String field : fields) {
            String[] parts = field.split("=");
            try {
                request.set(parts[0], json.readTree(parts[1]));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        return new Dice(new ScenarioReader(json, true).read(request));
    }

    private static double share(Supplier<Boolean> event) {
        return Stream.generate(event).limit(MANY).filter(happened -> happened).count() / (double) MANY;
    }

    @Test
    void the_default_refuses_two_requests_in_five_and_approves_seven_payments_in_ten() {
        Dice dice = dice("seed=1");
        Map<Outcome, Long> outcomes = Stream.generate(dice::outcome)
                .limit(MANY)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(share(dice::refusesRequest)).isCloseTo(0.4, within(0.02));
        assertThat(outcomes.get(Outcome.SUCCESS) / (double) MANY).isCloseTo(0.7, within(0.02));
        assertThat(outcomes.get(Outcome.LIMIT_EXCEEDED) / (double) MANY).isCloseTo(0.2, within(0.02));
        assertThat(outcomes.get(Outcome.INVALID_CARD) / (double) MANY).isCloseTo(0.1, within(0.02));
    }

    @Test
    void delays_reach_both_ends_of_their_range_and_not_beyond() {
        Dice dice = dice("requestDelayMs=[3,5]", "settleDelayMs=[7,7]");

        assertThat(Stream.generate(dice::requestDelayMillis).limit(1_000).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(3L, 4L, 5L);
        assertThat(dice.settleDelayMillis()).isEqualTo(7);
    }

    @Test
    void what_never_happens_does_not_and_what_always_happens_does() {
        Dice never = dice("preset=\"fast\"");
        Dice always = dice(
                "requestFailureRate=1",
                "acceptedButFailed=true",
                "acceptedButTimesOut=true",
                "callbackLossRate=1",
                "callbackDuplicates=true",
                "forgedCallbackRate=1",
                "amountMismatchRate=1",
                "capturedAmountMismatchRate=1");

        assertThat(share(never::refusesRequest)).isZero();
        assertThat(share(never::failsAfterAccepting)).isZero();
        assertThat(share(never::timesOutAfterAccepting)).isZero();
        assertThat(share(never::losesCallback)).isZero();
        assertThat(share(never::doublesCallback)).isZero();
        assertThat(share(never::forgesCallback)).isZero();
        assertThat(share(never::misstatesAmount)).isZero();
        assertThat(share(never::capturesAnotherAmount)).isZero();
        assertThat(share(always::refusesRequest)).isOne();
        assertThat(share(always::failsAfterAccepting)).isOne();
        assertThat(share(always::timesOutAfterAccepting)).isOne();
        assertThat(share(always::losesCallback)).isOne();
        assertThat(share(always::doublesCallback)).isOne();
        assertThat(share(always::forgesCallback)).isOne();
        assertThat(share(always::misstatesAmount)).isOne();
        assertThat(share(always::capturesAnotherAmount)).isOne();
    }

    @Test
    void callbacks_that_may_overtake_one_another_are_held_back_for_up_to_the_longest_settlement() {
        Dice dice = dice("callbackReorder=true", "settleDelayMs=[1,3]");

        assertThat(Stream.generate(dice::callbackHeldBackMillis).limit(1_000).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(0L, 1L, 2L, 3L);
        assertThat(dice("settleDelayMs=[3,3]").callbackHeldBackMillis()).isZero();
    }

    @Test
    void an_outcome_without_weight_does_not_come() {
        Dice dice = dice("outcomes={\"INVALID_CARD\":0.1}");

        assertThat(Stream.generate(dice::outcome).limit(1_000)).containsOnly(Outcome.INVALID_CARD);
    }

    @Test
    void a_seed_fixes_each_questions_answers_whatever_else_is_asked_in_between() {
        Dice alone = dice("seed=42");
        List<Boolean> refusals =
                Stream.generate(alone::refusesRequest).limit(100).toList();

        Dice mixed = dice("seed=42");
        List<Boolean> refusalsBetween = Stream.generate(() -> {
                    mixed.outcome();
                    mixed.settleDelayMillis();
                    return mixed.refusesRequest();
                })
                .limit(100)
                .toList();

        assertThat(refusalsBetween).isEqualTo(refusals);
        assertThat(Stream.generate(dice("seed=43")::refusesRequest).limit(100).toList())
                .isNotEqualTo(refusals);
    }

    @Test
    void a_seeds_answers_are_the_same_ones_however_many_ask_at_once() throws Exception {
        String delays = "requestDelayMs=[0,60000]";
        List<Long> oneByOne = delays(dice("seed=42", delays), 8 * MANY);

        Dice shared = dice("seed=42", delays);
        List<Long> atOnce = new ArrayList<>();
        Callable<List<Long>> asker = () -> delays(shared, MANY);
        try (ExecutorService askers = Executors.newFixedThreadPool(8)) {
            for (Future<List<Long>> asked : askers.invokeAll(Collections.nCopies(8, asker))) {
                atOnce.addAll(asked.get());
            }
        }

        assertThat(atOnce.stream().sorted().toList())
                .isEqualTo(oneByOne.stream().sorted().toList());
    }

    private static List<Long> delays(Dice dice, int number) {
        return Stream.generate(dice::requestDelayMillis).limit(number).toList();
    }
}
