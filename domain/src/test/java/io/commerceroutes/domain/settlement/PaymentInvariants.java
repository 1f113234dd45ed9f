package io.commerceroutes.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.util.List;

/** What holds of a card payment after every step, whatever the gateway says, for tests. */
final class PaymentInvariants {
    private PaymentInvariants() {}

    static void hold(CardPayment before, CardPayment after) {
        assertThat(before.status() == after.status() || before.status().canBecome(after.status()))
                .as("%s may become %s", before.status(), after.status())
                .isTrue();
        assertThat(before.order().status() == OrderStatus.CANCELED
                        && after.order().status() != OrderStatus.CANCELED)
                .as("a canceled order stays canceled")
                .isFalse();
        attempts(before, after);
        money(after);
        due(after);
    }

    private static void attempts(CardPayment before, CardPayment after) {
        assertThat(after.attempts().stream().filter(Attempt::isOpen).count()).isLessThanOrEqualTo(1);
        assertThat(after.attempts()).extracting(Attempt::number).isSorted().doesNotHaveDuplicates();
        if (after.attempts().size() > before.attempts().size()) {
            assertThat(before.leftNothing())
                    .as("nothing may be at the gateway: %s", before)
                    .isTrue();
            assertThat(before.isOpen() && !before.isCanceled()).isTrue();
        }
        if (after.status() == PaymentStatus.DECLINED && before.status() != PaymentStatus.DECLINED) {
            assertThat(after.hasOpenAttempt() || after.hasUnclearAttempt() || after.hasUndecidedTransaction())
                    .as("nothing can still be approved: %s", after)
                    .isFalse();
        }
    }

    private static void money(CardPayment payment) {
        List<CardTransaction> kept = payment.captured();
        if (payment.order().status() == OrderStatus.PAID) {
            assertThat(kept).hasSize(1);
            assertThat(kept.getFirst().amount())
                    .hasValue(payment.order().amounts().payable());
            assertThat(payment.status()).isEqualTo(PaymentStatus.APPROVED);
        } else {
            assertThat(kept).isEmpty();
            assertThat(payment.status()).isNotEqualTo(PaymentStatus.APPROVED);
        }
    }

    private static void due(CardPayment payment) {
        if (payment.isOpen()) {
            assertThat(payment.dueAt().orElseThrow())
                    .isBeforeOrEqualTo(CardPaymentStory.POLICY
                            .deadlines()
                            .hard(payment.order().createdAt()));
        }
    }
}
