package io.commerceroutes.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Card orders against a gateway that knows no refund call, no Idempotency-Key and no signature, and answers 404 to
 * whatever it does not know: many are canceled by their customers, and their money cannot go back. The build runs a
 * short form; the full one, 100 orders against the default scenario with the shipped settings, is
 * {@code mvn verify -pl infra/drills -am -Dit.test=PlainContractIT -Ddrill=full}. The seed is printed, and
 * {@code -Ddrill.seed=…} repeats one.
 */
class PlainContractIT {
    private static final boolean FULL = "full".equals(System.getProperty("drill"));
    private static final long SEED = Long.getLong("drill.seed", System.nanoTime() % 1_000_000);
    private static final String NAME = "Plain contract drill";

    private static final DrillPlan FULL_PLAN = new DrillPlan(
            NAME,
            100,
            4,
            5,
            Duration.ofSeconds(20),
            1,
            0,
            0,
            Duration.ZERO,
            GatewayScenario.of("{}"),
            Map.of(),
            true,
            Duration.ofMinutes(8));

    private static final DrillPlan SHORT_PLAN = new DrillPlan(
            NAME,
            36,
            10,
            3,
            Duration.ofSeconds(3),
            1,
            0,
            0,
            Duration.ZERO,
            GatewayScenario.of("{\"requestDelayMs\":[10,50],\"settleDelayMs\":[100,500],\"settlementConcurrency\":32,"
                    + "\"outcomes\":{\"SUCCESS\":9,\"LIMIT_EXCEEDED\":1}}"),
            PaymentDrillIT.IMPATIENT,
            true,
            Duration.ofMinutes(6));

    private static PaymentDrill drill;
    private static Violations violations;

    @BeforeAll
    static void carryOut() {
        drill = new PaymentDrill(FULL ? FULL_PLAN : SHORT_PLAN, SEED);
        violations = drill.run();
        assertThat(violations.of(Promise.IT_IS_CARRIED_OUT)).isEmpty();
    }

    @Test
    void every_order_is_decided_by_a_gateway_of_the_plain_contract() {
        assertThat(violations.of(Promise.ALL_IS_DECIDED)).isEmpty();
    }

    @Test
    void all_money_that_cannot_go_back_is_listed_for_a_person_and_nothing_else_is() {
        assertThat(violations.of(Promise.MONEY_IS_WHERE_IT_BELONGS)).isEmpty();
        assertThat(drill.outcome().listed().won()).isNotEmpty();
        assertThat(drill.outcome().ledger().refunded()).isZero();
    }

    @Test
    void orders_points_and_the_audit_agree_with_it() {
        assertThat(violations.of(Promise.NO_ORDER_IS_LOST)).isEmpty();
        assertThat(violations.of(Promise.POINTS_ARE_RIGHT)).isEmpty();
        assertThat(violations.of(Promise.THE_AUDIT_IS_CLEAN)).isEmpty();
    }

    @Test
    void nothing_is_sent_or_settled_twice_though_no_key_keeps_the_gateway_from_it() {
        assertThat(violations.of(Promise.NOTHING_IS_DONE_TWICE)).isEmpty();
    }
}
