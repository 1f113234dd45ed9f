package io.commerceroutes.pgsimulator.settlement;

import static io.commerceroutes.pgsimulator.settlement.SendCallbackRoute.SEND_CALLBACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.pgsimulator.gateway.Api.Reply;
import io.commerceroutes.pgsimulator.gateway.GatewayTest;
import io.commerceroutes.pgsimulator.gateway.Merchant.Call;
import io.commerceroutes.pgsimulator.transaction.CardNumber;
import io.commerceroutes.pgsimulator.transaction.CardType;
import io.commerceroutes.pgsimulator.transaction.TransactionStatus;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Callbacks that come twice, in another order, from somebody else, or of an amount that is none. */
class HostileCallbacksTest extends GatewayTest {
    @Autowired
    private ProducerTemplate producer;

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
    void a_callback_may_be_overtaken_by_one_of_a_later_payment() throws InterruptedException {
        // By these dice the first one is held back for 57 s, and the second for 15 ms.
        scenario("'preset':'fast','settleDelayMs':[0,60000],'callbackReorder':true,'seed':7390");
        Thread first = Thread.ofPlatform().start(() -> callBack("first"));
        await().until(() -> first.getState() == Thread.State.TIMED_WAITING);

        callBack("second");

        assertThat(keysOf(calls(1))).containsExactly("second");
        scenario("'preset':'fast'");
        assertThat(first.join(LIMIT)).isTrue();
        assertThat(keysOf(calls(2))).containsExactly("second", "first");
    }

    private void callBack(String key) {
        producer.sendBody(
                "direct:" + SEND_CALLBACK,
                new Callback(
                        MERCHANT.origin() + "/callback/200",
                        key,
                        orderId,
                        CardType.KB,
                        new CardNumber(CARD_NO),
                        5_000,
                        TransactionStatus.SUCCESS,
                        "",
                        false));
    }

    private static List<String> keysOf(List<Call> calls) {
        return calls.stream().map(call -> call.<String>at("$.transactionKey")).toList();
    }

    @Test
    void of_callbacks_that_overtake_one_another_each_comes_once() {
        scenario("'preset':'fast','settleDelayMs':[50,50],'callbackReorder':true");
        List<String> keys = new ArrayList<>();
        for (int payment = 0; payment < 20; payment++) {
            keys.add(pay().transactionKey());
        }

        assertThat(keysOf(calls(20))).containsExactlyInAnyOrderElementsOf(keys);
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
