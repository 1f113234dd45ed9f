package io.commerceroutes.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.settlement.Finding.Report;
import io.commerceroutes.domain.settlement.Refunding.Resolution;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Steps in any order, with answers that need not fit together. */
class HostileStepsPropertiesTest {
    record Step(String name, Consumer<CardPaymentStory> action) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.frequencyOf(
                        Tuple.of(6, asking()),
                        Tuple.of(6, time()),
                        Tuple.of(5, failures()),
                        Tuple.of(3, acceptances()),
                        Tuple.of(5, lookUps()),
                        Tuple.of(2, quietSteps()),
                        Tuple.of(2, refundAnswers()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void whatever_happens_the_invariants_hold_after_every_step_and_every_payment_is_closed_in_time(
            @ForAll("steps") List<Step> steps) {
        CardPaymentStory story = CardPaymentStory.begun();
        for (Step step : steps) {
            CardPayment before = story.payment();
            step.action().accept(story);
            PaymentInvariants.hold(before, story.payment(), story.now());
        }
        Statistics.collect(story.status());

        Duration left = Duration.between(
                story.now(),
                CardPaymentStory.POLICY.deadlines().hard(story.payment().order().createdAt()));
        story.after(left.isNegative() ? Duration.ZERO : left).nothingNew();

        assertThat(story.payment().isOpen()).isFalse();
        assertThat(story.orderStatus()).isNotEqualTo(OrderStatus.PENDING_PAYMENT);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void deciding_again_on_the_same_finding_changes_nothing_but_when_to_look_next(@ForAll("steps") List<Step> steps) {
        CardPaymentStory story = CardPaymentStory.begun();
        steps.forEach(step -> step.action().accept(story));
        Finding finding = new Finding.LookedUp(
                story.payment().provableUpTo(story.now(), CardPaymentStory.POLICY.quiet()),
                story.payment().calls().received(),
                List.of(Answers.approved("T1"), Answers.declined("T2")));
        CardPayment once = story.decide(finding).payment();

        CardPayment twice = story.decide(finding).payment();

        assertThat(twice.due(once.dueAt(), once.checks())).isEqualTo(once);
    }

    private static Arbitrary<Step> asking() {
        return Arbitraries.just(new Step("ask", story -> {
            if (story.isAsked()) {
                story.ask();
            }
        }));
    }

    private static Arbitrary<Step> time() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(new Step("when due", story -> {
                    if (story.payment().dueAt().isPresent()) {
                        story.whenDue();
                    }
                }))),
                Tuple.of(
                        2,
                        Arbitraries.of(1, 4, 5, 29, 31, 300, 1_800)
                                .map(seconds ->
                                        new Step(seconds + " s", story -> story.after(Duration.ofSeconds(seconds))))));
    }

    /** Of any attempt, the right one or not. */
    private static Arbitrary<Step> failures() {
        Arbitrary<AttemptOutcome> outcomes = Arbitraries.of(
                AttemptOutcome.SERVER_ERROR,
                AttemptOutcome.UNCLEAR,
                AttemptOutcome.UNCLEAR,
                AttemptOutcome.NOT_SENT,
                AttemptOutcome.REQUEST_REFUSED,
                AttemptOutcome.CARD_REFUSED);
        return Combinators.combine(Arbitraries.of(0, 0, 0, 1), outcomes)
                .as((back, outcome) -> new Step(
                        outcome + " " + back,
                        story -> story.decide(new Finding.AttemptFailed(
                                story.payment().attempts().size() - back, outcome))));
    }

    private static Arbitrary<Step> acceptances() {
        return Combinators.combine(Arbitraries.of(0, 0, 0, 1), keys())
                .as((back, key) -> new Step("accepted " + key + " " + back, story -> {
                    int number = story.payment().attempts().size() - back;
                    if (number > 0) {
                        story.accepted(number, key);
                    }
                }));
    }

    private static Arbitrary<Step> lookUps() {
        Arbitrary<Report> reports = Combinators.combine(
                        keys(), Arbitraries.integers().between(0, 5))
                .as((key, kind) -> switch (kind) {
                    case 0 -> Answers.pending(key);
                    case 1 -> Answers.approved(key, 1_999);
                    case 2 -> Answers.approvedOfUnknownAmount(key);
                    case 3, 4 -> Answers.declined(key);
                    default -> Answers.approved(key);
                });
        return reports.list()
                .ofMaxSize(3)
                .map(list -> new Step(
                        "found "
                                + list.stream()
                                        .map(report -> report.transactionKey() + " " + report.status())
                                        .collect(Collectors.joining(", ")),
                        story -> story.lookedUp(list.toArray(Report[]::new))));
    }

    private static Arbitrary<Step> quietSteps() {
        return Arbitraries.of(
                new Step("nothing", CardPaymentStory::nothingNew),
                new Step("no answer", CardPaymentStory::noAnswer),
                new Step("call", CardPaymentStory::called),
                new Step("cancel", story -> {
                    if (story.orderStatus() != OrderStatus.CANCELED) {
                        story.canceledByCustomer();
                    }
                }));
    }

    private static Arbitrary<Step> refundAnswers() {
        return Combinators.combine(keys(), Arbitraries.of(0, 0, 1, 2)).as((key, kind) -> switch (kind) {
            case 0 -> new Step("refunded " + key, story -> story.refunded(key));
            case 1 -> new Step("not refundable " + key, story -> story.refundImpossible(key));
            default ->
                new Step(
                        "resolved",
                        story -> Refunding.resolve(story.payment(), Resolution.RETRY, "", story.now())
                                .ifPresent(settled -> story.resolved(Resolution.RETRY)));
        });
    }

    private static Arbitrary<String> keys() {
        return Arbitraries.of("T1", "T1", "T2", "T3");
    }
}
