package io.commerceroutes.domain.settlement;

import static io.commerceroutes.domain.payment.PaymentStatus.APPROVED;
import static io.commerceroutes.domain.payment.PaymentStatus.DECLINED;
import static io.commerceroutes.domain.payment.PaymentStatus.EXPIRED;
import static io.commerceroutes.domain.payment.PaymentStatus.PENDING;
import static io.commerceroutes.domain.payment.PaymentStatus.REFUNDED;
import static io.commerceroutes.domain.payment.PaymentStatus.REFUNDING;
import static io.commerceroutes.domain.payment.PaymentStatus.REFUND_FAILED;
import static io.commerceroutes.domain.payment.PaymentStatus.REQUESTED;
import static io.commerceroutes.domain.payment.PaymentStatus.UNKNOWN;
import static io.commerceroutes.domain.settlement.Answers.approved;
import static io.commerceroutes.domain.settlement.Answers.declined;
import static io.commerceroutes.domain.settlement.Answers.pending;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.Refunding.Resolution;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every arrow of the payment's diagram is taken. That every other is refused, the payment's own test shows. */
class PaymentDiagramTest {
    private static final Duration SOFT = Duration.ofMinutes(5);
    private static final Duration HARD = Duration.ofMinutes(30);

    record Arrow(PaymentStatus from, PaymentStatus to) {}

    record Step(Arrow arrow, Supplier<CardPaymentStory> start, UnaryOperator<CardPaymentStory> action) {
        @Override
        public String toString() {
            return arrow.from() + " to " + arrow.to();
        }
    }

    static Stream<Step> steps() {
        return Stream.of(fromPending(), fromUnknown(), fromRequested(), fromClosed())
                .flatMap(steps -> steps);
    }

    private static Stream<Step> fromPending() {
        return Stream.of(
                step(PENDING, REQUESTED, CardPaymentStory::asked, story -> story.accepted("T1")),
                step(PENDING, UNKNOWN, CardPaymentStory::asked, story -> story.failed(AttemptOutcome.UNCLEAR)),
                step(PENDING, APPROVED, CardPaymentStory::asked, story -> story.lookedUp(approved("T1"))),
                step(PENDING, DECLINED, CardPaymentStory::asked, story -> story.failed(AttemptOutcome.CARD_REFUSED)),
                step(PENDING, EXPIRED, CardPaymentStory::begun, CardPaymentStory::canceledByCustomer),
                step(PENDING, REFUNDING, CardPaymentStory::asked, story -> story.lookedUp(approved("T1", 1))));
    }

    private static Stream<Step> fromUnknown() {
        return Stream.of(
                step(UNKNOWN, REQUESTED, CardPaymentStory::unknown, story -> story.lookedUp(pending("T1"))),
                step(UNKNOWN, APPROVED, CardPaymentStory::unknown, story -> story.lookedUp(approved("T1"))),
                step(
                        UNKNOWN,
                        DECLINED,
                        CardPaymentStory::unknown,
                        story -> story.whenDue().lookedUp(declined("T1"))),
                step(
                        UNKNOWN,
                        EXPIRED,
                        CardPaymentStory::unknown,
                        story -> story.at(SOFT).lookedUp()),
                step(UNKNOWN, REFUNDING, CardPaymentStory::unknown, story -> story.lookedUp(approved("T1", 1))));
    }

    private static Stream<Step> fromRequested() {
        return Stream.of(
                step(REQUESTED, APPROVED, CardPaymentStory::requested, story -> story.lookedUp(approved("T1"))),
                step(REQUESTED, DECLINED, CardPaymentStory::requested, story -> story.lookedUp(declined("T1"))),
                step(
                        REQUESTED,
                        EXPIRED,
                        CardPaymentStory::requested,
                        story -> story.at(HARD).noAnswer()),
                step(
                        REQUESTED,
                        REFUNDING,
                        () -> CardPaymentStory.requested().canceledByCustomer(),
                        story -> story.lookedUp(approved("T1"))));
    }

    private static Stream<Step> fromClosed() {
        return Stream.of(
                step(APPROVED, REFUNDING, CardPaymentStory::paid, CardPaymentStory::canceledByCustomer),
                step(
                        DECLINED,
                        REFUNDING,
                        () -> CardPaymentStory.requested().lookedUp(declined("T1")),
                        story -> story.lookedUp(approved("T2"))),
                step(
                        EXPIRED,
                        REFUNDING,
                        () -> CardPaymentStory.unknown().at(HARD).noAnswer(),
                        story -> story.lookedUp(approved("T1"))),
                step(REFUNDING, REFUNDED, CardPaymentStory::refunding, story -> story.refunded("T1")),
                step(REFUNDING, REFUND_FAILED, CardPaymentStory::refunding, story -> story.refundImpossible("T1")),
                step(
                        REFUND_FAILED,
                        REFUNDING,
                        PaymentDiagramTest::refundFailed,
                        story -> story.resolved(Resolution.RETRY)),
                step(
                        REFUND_FAILED,
                        REFUNDED,
                        PaymentDiagramTest::refundFailed,
                        story -> story.resolved(Resolution.REFUNDED)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void every_arrow_is_taken(Step step) {
        CardPaymentStory story = step.start().get();
        assertThat(story.status()).isEqualTo(step.arrow().from());

        step.action().apply(story);

        assertThat(story.status()).isEqualTo(step.arrow().to());
    }

    @Test
    void no_arrow_is_forgotten() {
        Stream<Arrow> diagram = Arrays.stream(PaymentStatus.values())
                .flatMap(from -> from.next().stream().map(to -> new Arrow(from, to)));

        assertThat(steps().map(Step::arrow)).containsExactlyInAnyOrderElementsOf(diagram.toList());
    }

    private static CardPaymentStory refundFailed() {
        return CardPaymentStory.refunding().refundImpossible("T1");
    }

    private static Step step(
            PaymentStatus from,
            PaymentStatus to,
            Supplier<CardPaymentStory> start,
            UnaryOperator<CardPaymentStory> action) {
        return new Step(new Arrow(from, to), start, action);
    }
}
