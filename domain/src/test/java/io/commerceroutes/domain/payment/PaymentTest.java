package io.commerceroutes.domain.payment;

import static io.commerceroutes.domain.payment.PaymentStatus.APPROVED;
import static io.commerceroutes.domain.payment.PaymentStatus.DECLINED;
import static io.commerceroutes.domain.payment.PaymentStatus.EXPIRED;
import static io.commerceroutes.domain.payment.PaymentStatus.PENDING;
import static io.commerceroutes.domain.payment.PaymentStatus.REFUNDED;
import static io.commerceroutes.domain.payment.PaymentStatus.REFUNDING;
import static io.commerceroutes.domain.payment.PaymentStatus.REFUND_FAILED;
import static io.commerceroutes.domain.payment.PaymentStatus.REQUESTED;
import static io.commerceroutes.domain.payment.PaymentStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentTest {
    private static final Map<PaymentStatus, Set<PaymentStatus>> NEXT = new EnumMap<>(Map.of(
            PENDING, Set.of(REQUESTED, UNKNOWN, APPROVED, DECLINED, EXPIRED, REFUNDING),
            UNKNOWN, Set.of(REQUESTED, APPROVED, DECLINED, EXPIRED, REFUNDING),
            REQUESTED, Set.of(APPROVED, DECLINED, EXPIRED, REFUNDING),
            APPROVED, Set.of(REFUNDING),
            DECLINED, Set.of(REFUNDING),
            EXPIRED, Set.of(REFUNDING),
            REFUNDING, Set.of(REFUNDED, REFUND_FAILED),
            REFUND_FAILED, Set.of(REFUNDING, REFUNDED),
            REFUNDED, Set.of()));

    static Stream<Arguments> allowed() {
        return transitions(true);
    }

    static Stream<Arguments> refused() {
        return transitions(false);
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void an_allowed_transition_changes_the_status_and_nothing_else(PaymentStatus from, PaymentStatus to) {
        assertThat(new Payment(PaymentMethod.CARD, from, "KB", "1451").become(to))
                .isEqualTo(new Payment(PaymentMethod.CARD, to, "KB", "1451"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void every_other_transition_is_refused(PaymentStatus from, PaymentStatus to) {
        assertThat(from.canBecome(to)).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> new Payment(PaymentMethod.CARD, from, "KB", "1451").become(to))
                .withMessageContainingAll(from.name(), to.name());
    }

    @Test
    void every_pair_of_states_is_either_allowed_or_refused() {
        assertThat(allowed().count() + refused().count()).isEqualTo(81);
        assertThat(NEXT).containsOnlyKeys(PaymentStatus.values());
    }

    @Test
    void what_may_follow_can_be_changed_by_no_one() {
        PENDING.next().clear();

        assertThat(PENDING.next()).isEqualTo(NEXT.get(PENDING));
    }

    private static Stream<Arguments> transitions(boolean allowed) {
        return Arrays.stream(PaymentStatus.values())
                .flatMap(from -> Arrays.stream(PaymentStatus.values())
                        .filter(to -> NEXT.get(from).contains(to) == allowed)
                        .map(to -> Arguments.of(from, to)));
    }
}
