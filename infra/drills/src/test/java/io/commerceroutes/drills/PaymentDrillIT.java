package io.commerceroutes.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Card orders against a gateway with every fault at once, while commerce-api is killed. The build runs a short form,
 * 100 orders at two instances on one database and one gateway. The full one, 2,000 orders, the shipped payment settings,
 * two SIGKILLs of the only instance and two outages of 10 s, is
 * {@code mvn verify -pl infra/drills -am -Dit.test=PaymentDrillIT -Ddrill=full}; {@code -Ddrill.apis=2} takes more
 * instances. What is ordered, when what goes wrong and the gateway's dice come from a seed, which is printed;
 * {@code -Ddrill.seed=…} repeats one. The report is in {@code infra/drills/target}.
 */
class PaymentDrillIT {
    private static final boolean FULL = "full".equals(System.getProperty("drill"));
    private static final long SEED = Long.getLong("drill.seed", System.nanoTime() % 1_000_000);

    private static final GatewayScenario HOSTILE = GatewayScenario.of("""
            {"requestFailureRate":0.3,"acceptedButFailed":0.1,"acceptedButTimesOut":0.1,"callbackLossRate":0.2,
             "callbackDuplicates":0.2,"callbackReorder":true,"forgedCallbackRate":0.05,
             "amountMismatchRate":0.02,"capturedAmountMismatchRate":0.01,
             "settlementConcurrency":128}""");

    /** What the short forms of drills set, so as not to wait as long as the shipped settings do. */
    static final Map<String, Object> IMPATIENT = Map.of(
            "commerce.payment.back-off", "500ms",
            "commerce.payment.schedule", "1s,2s",
            "commerce.payment.quiet", "1s",
            "commerce.payment.lease", "6s");

    private static final DrillPlan FULL_PLAN = new DrillPlan(
            "Payment drill",
            2_000,
            12,
            10,
            Duration.ofSeconds(20),
            Integer.getInteger("drill.apis", 1),
            2,
            2,
            Duration.ofSeconds(10),
            HOSTILE,
            Map.of(),
            false,
            Duration.ofMinutes(20));

    /** The same faults from a gateway that is quicker, at a shop that is less patient. */
    private static final DrillPlan SHORT_PLAN = new DrillPlan(
            "Payment drill",
            100,
            10,
            10,
            Duration.ofSeconds(3),
            Integer.getInteger("drill.apis", 2),
            1,
            1,
            Duration.ofSeconds(2),
            HOSTILE.with("{\"requestDelayMs\":[10,50],\"settleDelayMs\":[100,500]}"),
            IMPATIENT,
            false,
            Duration.ofMinutes(6));

    private static Violations violations;

    @BeforeAll
    static void carryOut() {
        violations = new PaymentDrill(FULL ? FULL_PLAN : SHORT_PLAN, SEED).run();
        assertThat(violations.of(Promise.IT_IS_CARRIED_OUT)).isEmpty();
    }

    @Test
    void no_order_payment_or_refund_stays_undecided() {
        assertThat(violations.of(Promise.ALL_IS_DECIDED)).isEmpty();
    }

    @Test
    void a_customer_pays_once_for_an_order_that_stands_and_nothing_for_one_that_does_not() {
        assertThat(violations.of(Promise.MONEY_IS_WHERE_IT_BELONGS)).isEmpty();
    }

    @Test
    void no_order_that_was_answered_is_lost() {
        assertThat(violations.of(Promise.NO_ORDER_IS_LOST)).isEmpty();
    }

    @Test
    void points_beside_orders_are_what_they_were() {
        assertThat(violations.of(Promise.POINTS_ARE_RIGHT)).isEmpty();
    }

    @Test
    void the_audit_finds_nothing_and_no_card_is_kept() {
        assertThat(violations.of(Promise.THE_AUDIT_IS_CLEAN)).isEmpty();
    }

    @Test
    void no_instance_sends_settles_or_refunds_what_another_one_or_one_that_was_killed_has() {
        assertThat(violations.of(Promise.NOTHING_IS_DONE_TWICE)).isEmpty();
    }
}
