package io.commerceroutes.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Everything that can happen to a card payment, in every order: breadth first, from each world that was reached every
 * step in each of its outcomes. Worlds that go on in the same way are visited once.
 */
class InterleavingsTest {
    /** After the order was placed, and after its first request went out. */
    private static final int STEPS_MAX = Integer.getInteger("interleavings.steps", 8);

    private record Arrow(PaymentStatus from, PaymentStatus to) {}

    private record State(OrderStatus order, PaymentStatus payment) {}

    private final List<PaymentWorld> worlds = new ArrayList<>();
    private final List<int[]> successors = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<PaymentStep, Integer> taken = new EnumMap<>(PaymentStep.class);
    private final Set<Arrow> arrows = new HashSet<>();
    private final Set<State> states = new HashSet<>();
    private final Set<List<OrderStatus>> orderArrows = new HashSet<>();
    private final List<FairEnd> ends = List.of(new FairEnd(true), new FairEnd(false));

    @Test
    void in_every_order_of_steps_the_invariants_hold_and_every_payment_ends_with_the_right_money() {
        int placed = number(PaymentWorld.begun());
        int asked = number(PaymentStep.reconciled(PaymentWorld.begun()));
        for (int step = 1; step <= STEPS_MAX; step++) {
            for (int from = successors.size(), end = worlds.size(); from < end; from++) {
                follow(worlds.get(from));
            }
        }

        System.out.printf(
                "%d steps in every order, each of %s: %,d states, %,d transitions, %,d sequences%n",
                STEPS_MAX,
                taken,
                worlds.size(),
                successors.stream().mapToInt(reached -> reached.length).sum(),
                sequences(placed, asked));
        assertThat(taken).containsOnlyKeys(PaymentStep.values());
        assertThat(arrows).containsExactlyInAnyOrderElementsOf(diagram());
        assertThat(orderArrows)
                .filteredOn(arrow -> arrow.getFirst() != arrow.getLast())
                .containsExactlyInAnyOrder(
                        List.of(OrderStatus.PENDING_PAYMENT, OrderStatus.PAID),
                        List.of(OrderStatus.PENDING_PAYMENT, OrderStatus.CANCELED),
                        List.of(OrderStatus.PAID, OrderStatus.CANCELED));
        assertThat(states).containsExactlyInAnyOrderElementsOf(statesThatMakeSense());
    }

    private static List<State> statesThatMakeSense() {
        Stream<State> waiting = Stream.of(PaymentStatus.PENDING, PaymentStatus.UNKNOWN, PaymentStatus.REQUESTED)
                .map(payment -> new State(OrderStatus.PENDING_PAYMENT, payment));
        Stream<State> canceled = EnumSet.complementOf(EnumSet.of(PaymentStatus.APPROVED)).stream()
                .map(payment -> new State(OrderStatus.CANCELED, payment));
        return Stream.of(waiting, Stream.of(new State(OrderStatus.PAID, PaymentStatus.APPROVED)), canceled)
                .flatMap(some -> some)
                .toList();
    }

    private static List<Arrow> diagram() {
        return Arrays.stream(PaymentStatus.values())
                .flatMap(from ->
                        Stream.concat(Stream.of(from), from.next().stream()).map(to -> new Arrow(from, to)))
                .toList();
    }

    /** Takes every step from here, and checks what comes out. */
    private void follow(PaymentWorld world) {
        int[] reached = Arrays.stream(PaymentStep.values())
                .flatMap(step -> step.outcomes(world).peek(outcome -> taken.merge(step, 1, Integer::sum)))
                .mapToInt(outcome -> {
                    WorldInvariants.hold(world, outcome);
                    arrows.add(new Arrow(
                            world.payment().status(), outcome.payment().status()));
                    orderArrows.add(List.of(
                            world.payment().order().status(),
                            outcome.payment().order().status()));
                    return number(outcome);
                })
                .toArray();
        successors.add(reached);
    }

    /** The world's number; one that was never seen before must end well. */
    private int number(PaymentWorld world) {
        String key = WorldKey.of(world);
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        ends.forEach(end -> end.endsWell(world, key));
        worlds.add(world);
        states.add(new State(world.payment().order().status(), world.payment().status()));
        numbers.put(key, worlds.size() - 1);
        return worlds.size() - 1;
    }

    /** How many ways there are to take that many steps from the start. */
    private long sequences(int... starts) {
        long[] ways = new long[worlds.size()];
        Arrays.stream(starts).forEach(start -> ways[start] = 1);
        long[] current = ways;
        for (int step = 1; step <= STEPS_MAX; step++) {
            long[] next = new long[current.length];
            for (int from = 0; from < successors.size(); from++) {
                for (int to : successors.get(from)) {
                    next[to] += current[from];
                }
            }
            current = next;
        }
        return Arrays.stream(current).sum();
    }
}
