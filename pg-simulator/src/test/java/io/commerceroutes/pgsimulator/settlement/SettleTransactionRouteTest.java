package io.commerceroutes.pgsimulator.settlement;

import static io.commerceroutes.pgsimulator.settlement.SettleTransactionRoute.SETTLE_TRANSACTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.pgsimulator.gateway.GatewayTest;
import io.commerceroutes.pgsimulator.gateway.Merchant.Call;
import java.time.Duration;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SettleTransactionRouteTest extends GatewayTest {
    private static final String SETTLE = "direct:" + SETTLE_TRANSACTION;
    private static final Duration A_WHILE = Duration.ofMillis(400);

    @Autowired
    private ProducerTemplate producer;

    @ParameterizedTest
    @CsvSource({"SUCCESS,SUCCESS,approved", "LIMIT_EXCEEDED,FAILED,limit", "INVALID_CARD,FAILED,invalid"})
    void a_settled_transaction_is_told_of_in_one_callback(String outcome, String status, String reason) {
        scenario("'preset':'fast','outcomes':{'%s':1}".formatted(outcome));
        String key = pay().transactionKey();

        await().until(() -> !MERCHANT.callsFor(orderId).isEmpty());

        Call call = MERCHANT.callsFor(orderId).getFirst();
        assertThat(call.<String>at("$.reason")).contains(reason);
        assertThat(call.body())
                .isEqualTo(json(("{'transactionKey':'%s','orderId':'%s','cardType':'SAMSUNG','cardNo':'%s',"
                                + "'amount':5000,'status':'%s','reason':'%s'}"))
                        .formatted(key, orderId, CARD_NO, status, call.at("$.reason")));
        assertThat(call.headerNames()).contains("Content-type").noneMatch(name -> name.startsWith("X-"));
        assertThat(statusOf(key)).isEqualTo(status);
    }

    @Test
    void what_was_settled_before_is_not_settled_again() {
        String key = paid();
        await().until(() -> MERCHANT.callsFor(orderId).size() == 1);

        producer.sendBody(SETTLE, key);

        assertThat(MERCHANT.callsFor(orderId)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 429, 500, 503})
    void a_callback_that_is_not_taken_is_logged_and_not_repeated(int status, CapturedOutput output) {
        String key = api.post(PAYMENTS, payment(status), USER).transactionKey();

        await().until(() -> output.getOut().contains("The callback of %s is lost".formatted(key)));

        assertThat(MERCHANT.callsFor(orderId)).hasSize(1);
        assertThat(statusOf(key)).isEqualTo("SUCCESS");
        assertThat(output).doesNotContain(CARD_NO);
    }

    @Test
    void a_callback_may_be_lost() {
        scenario("'preset':'fast','callbackLossRate':1");
        paid();

        await().during(A_WHILE).until(() -> MERCHANT.callsFor(orderId).isEmpty());
    }

    @Test
    void as_many_are_settled_at_a_time_as_the_scenario_says() {
        scenario("'preset':'fast','settleDelayMs':[200,200],'settlementConcurrency':2");
        long begun = System.nanoTime();
        for (int payment = 0; payment < 6; payment++) {
            pay();
        }

        await().until(() -> MERCHANT.callsFor(orderId).size() == 6);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(600));
    }

    @Test
    void what_is_under_way_goes_on_by_the_next_scenario() {
        scenario("'preset':'fast','settleDelayMs':[60000,60000],'settlementConcurrency':1");
        List<String> keys = List.of(pay().transactionKey(), pay().transactionKey());
        await().during(A_WHILE).until(() -> statusOf(keys.getFirst()).equals("PENDING"));

        scenario("'preset':'fast','outcomes':{'LIMIT_EXCEEDED':1}");

        await().until(() -> MERCHANT.callsFor(orderId).size() == 2);
        assertThat(keys).extracting(this::statusOf).containsOnly("FAILED");
    }

    @Test
    void an_outage_holds_settlements_back_until_it_ends() {
        scenario("'preset':'fast','settleDelayMs':[60000,60000]");
        String key = pay().transactionKey();

        scenario("'preset':'fast','outage':true");
        await().during(A_WHILE.multipliedBy(2))
                .until(() -> MERCHANT.callsFor(orderId).isEmpty());
        scenario("'preset':'fast'");

        await().until(() -> MERCHANT.callsFor(orderId).size() == 1);
        assertThat(statusOf(key)).isEqualTo("SUCCESS");
    }

    @Test
    void a_settlement_that_is_stopped_has_not_happened() throws InterruptedException {
        scenario("'preset':'fast','settleDelayMs':[60000,60000]");
        String key = pay().transactionKey();
        Thread worker = Thread.ofPlatform()
                .start(() ->
                        producer.send(SETTLE, exchange -> exchange.getMessage().setBody(key)));
        await().until(() -> worker.getState() == Thread.State.TIMED_WAITING);

        worker.interrupt();

        assertThat(worker.join(LIMIT)).isTrue();
        assertThat(statusOf(key)).isEqualTo("PENDING");
    }

    @Test
    void a_settlement_that_cannot_be_kept_is_told_to_nobody(CapturedOutput output) {
        scenario("'preset':'fast','settleDelayMs':[60000,60000]");
        String key = pay().transactionKey();
        journal.failNext();

        scenario("'preset':'fast'");
        await().until(() -> output.getOut().contains("is not settled before the next start"));

        assertThat(statusOf(key)).isEqualTo("PENDING");
        assertThat(MERCHANT.callsFor(orderId)).isEmpty();
        assertThat(output).doesNotContain(CARD_NO);

        // As at the next start.
        producer.sendBody(SETTLE, key);
        assertThat(statusOf(key)).isEqualTo("SUCCESS");
    }
}
