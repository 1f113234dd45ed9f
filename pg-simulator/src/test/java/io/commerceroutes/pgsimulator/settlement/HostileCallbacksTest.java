package io.commerceroutes.pgsimulator.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.pgsimulator.gateway.Api.Reply;
import io.commerceroutes.pgsimulator.gateway.GatewayTest;
import io.commerceroutes.pgsimulator.gateway.Merchant.Call;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Callbacks that come twice, in another order, from somebody else, or of an amount that is none. */
class HostileCallbacksTest extends GatewayTest {
    private List<Call> calls(int number) {
        await().until(() -> MERCHANT.callsFor(orderId).size() >= number);
        return MERCHANT.callsFor(orderId);
    }

    private Reply lookedUp(String key) {
        return api.get(PAYMENTS + "/" + key, USER);
    }

    @Test
    void a_callback_may_come_twice() {
        scenario("'preset':'fast','callbackDuplicates':1");
        pay();

        assertThat(calls(2))
                .extracting(Call::body)
                .hasSize(2)
                .containsOnly(calls(2).getFirst().body());
    }

    @Test
    void a_callback_may_be_overtaken_by_one_of_a_later_payment() {
        scenario("'preset':'fast','settleDelayMs':[100,100],'callbackReorder':true,'seed':3");
        List<String> keys = new ArrayList<>();
        for (int payment = 0; payment < 20; payment++) {
            keys.add(pay().transactionKey());
        }

        List<String> called = calls(20).stream()
                .map(call -> call.<String>at("$.transactionKey"))
                .toList();
        assertThat(called).containsExactlyInAnyOrderElementsOf(keys);
        // Neighbours may change places by themselves.
        assertThat(keys).anyMatch(key -> called.indexOf(key) - keys.indexOf(key) > 3);
    }

    @Test
    void somebody_else_may_call_first_and_tell_the_contrary_or_of_a_payment_that_is_not_there() {
        scenario("'preset':'fast','forgedCallbackRate':1,'seed':1");
        List<String> keys = new ArrayList<>();
        for (int payment = 0; payment < 10; payment++) {
            keys.add(pay().transactionKey());
        }

        List<Call> forged = calls(20).stream()
                .filter(call -> !keys.contains(call.<String>at("$.transactionKey"))
                        || call.<String>at("$.status").equals("FAILED"))
                .toList();
        assertThat(forged).hasSize(10);
        assertThat(forged)
                .anySatisfy(
                        call -> assertThat(lookedUp(call.at("$.transactionKey")).status())
                                .isEqualTo(404));
        assertThat(forged).anySatisfy(call -> {
            assertThat(call.<String>at("$.status")).isEqualTo("FAILED");
            assertThat(statusOf(call.at("$.transactionKey"))).isEqualTo("SUCCESS");
        });
    }

    @Test
    void a_callback_may_tell_another_amount_than_the_gateway_captured() {
        scenario("'preset':'fast','amountMismatchRate':1");
        String key = pay().transactionKey();

        assertThat(calls(1).getFirst().<Integer>at("$.amount")).isEqualTo(5_100);
        assertThat(lookedUp(key).<Integer>at("$.data.amount")).isEqualTo(5_000);
    }

    @Test
    void another_amount_may_be_captured_and_is_refunded_in_full() {
        scenario("'preset':'fast','capturedAmountMismatchRate':1");
        String key = paid();

        assertThat(calls(1).getFirst().<Integer>at("$.amount")).isEqualTo(5_100);
        assertThat(lookedUp(key).<Integer>at("$.data.amount")).isEqualTo(5_100);
        assertThat(ledger().<Integer>at("$.items[0].captured")).isEqualTo(5_100);

        Reply refund = api.post(PAYMENTS + "/" + key + "/cancel", "", USER);
        assertThat(refund.<Integer>at("$.data.refundedAmount")).isEqualTo(5_100);
        assertThat(ledger().<Integer>at("$.items[0].refunded")).isEqualTo(5_100);
    }

    @Test
    void a_payment_that_fails_captures_no_other_amount() {
        scenario("'preset':'fast','capturedAmountMismatchRate':1,'outcomes':{'INVALID_CARD':1}");
        String key = paid();

        assertThat(lookedUp(key).<Integer>at("$.data.amount")).isEqualTo(5_000);
        assertThat(ledger().<Integer>at("$.items[0].captured")).isZero();
    }

    private Reply ledger() {
        return api.get("/api/v1/simulator/ledger?orderId=" + orderId);
    }
}
