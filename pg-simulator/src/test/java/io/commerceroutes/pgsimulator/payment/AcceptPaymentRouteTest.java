package io.commerceroutes.pgsimulator.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.pgsimulator.gateway.AnswersHeldBack;
import io.commerceroutes.pgsimulator.gateway.Api.Reply;
import io.commerceroutes.pgsimulator.gateway.GatewayTest;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class AcceptPaymentRouteTest extends GatewayTest {
    @Autowired
    private AnswersHeldBack answers;

    @Test
    void a_payment_is_accepted_at_once_and_pending() {
        scenario("'preset':'fast','settleDelayMs':[60000,60000]");

        Reply reply = pay();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).contains("application/json");
        assertThat(reply.header("X-USER-ID")).isEmpty();
        assertThat(reply.transactionKey()).matches("2\\d{7}:TR:[0-9a-f]{6}");
        assertThat(reply.body())
                .isEqualTo(json("{'meta':{'result':'SUCCESS'},'data':{'transactionKey':'%s','status':'PENDING'}}")
                        .formatted(reply.transactionKey()));
    }

    @Test
    void the_same_order_twice_makes_two_transactions() {
        assertThat(pay().transactionKey()).isNotEqualTo(pay().transactionKey());

        assertThat(api.get(PAYMENTS + "?orderId=" + orderId, USER)
                        .<List<String>>at("$.data.transactions[*].transactionKey"))
                .hasSize(2);
    }

    @Test
    void a_missing_user_comes_before_all_else() {
        assertFailure(api.post(PAYMENTS, "{"), 400, "Bad Request", "The header X-USER-ID is missing.");
        assertThat(api.post(PAYMENTS, payment(), "X-USER-ID", " ").status()).isEqualTo(400);
    }

    @Test
    void a_bad_field_is_refused_before_any_delay_and_dice() {
        scenario("'requestFailureRate':1,'requestDelayMs':[60000,60000]");

        Reply reply = api.post(PAYMENTS, payment().replace("SAMSUNG", "VISA"), USER);

        assertFailure(reply, 400, "Bad Request", "cardType must be SAMSUNG, KB or HYUNDAI");
    }

    @Test
    void what_is_not_json_is_a_bad_request() {
        for (String body : List.of("{", "", "null", "[]", "{} {}", "{\"orderId\":\"\\ud800")) {
            Reply reply = api.post(PAYMENTS, body, USER);
            assertFailure(reply, 400, "Bad Request", "The body is not a JSON object.");
        }
    }

    @Test
    void a_request_takes_its_time() {
        scenario("'preset':'fast','requestDelayMs':[300,300]");
        long begun = System.nanoTime();

        assertThat(pay().status()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void a_refused_request_leaves_nothing() {
        scenario("'preset':'fast','requestFailureRate':1");

        assertFailure(pay(), 500, "Internal Server Error", "The gateway cannot take the payment now. Try again.");
        assertThat(api.get(PAYMENTS + "?orderId=" + orderId, USER).status()).isEqualTo(404);
    }

    @Test
    void an_accepted_request_may_be_answered_with_a_failure() {
        scenario("'preset':'fast','acceptedButFailed':true");

        assertThat(pay().status()).isEqualTo(500);

        Awaitility.await().until(() -> MERCHANT.callsFor(orderId).size() == 1);
        assertThat(api.get(PAYMENTS + "?orderId=" + orderId, USER).<List<String>>at("$.data.transactions[*].status"))
                .containsExactly("SUCCESS");
    }

    @Test
    void the_answer_to_an_accepted_request_may_come_too_late() {
        scenario("'preset':'fast','acceptedButTimesOut':true");
        answers.hold();
        CompletableFuture<Reply> late = CompletableFuture.supplyAsync(this::pay);

        Awaitility.await().until(() -> MERCHANT.callsFor(orderId).size() == 1);

        assertThat(late).isNotDone();
        long begun = System.nanoTime();
        answers.letGo();
        assertThat(late.join().status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(LATE);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void an_answer_whose_caller_has_gone_is_one_line_in_the_log(CapturedOutput output) throws IOException {
        scenario("'preset':'fast','acceptedButTimesOut':true");
        answers.hold();

        try (Socket caller = api.open(PAYMENTS, payment(), USER)) {
            Awaitility.await().until(() -> MERCHANT.callsFor(orderId).size() == 1);
            // Reset, as a client does that has waited long enough.
            caller.setSoLinger(true, 0);
        }
        answers.letGo();

        String line = "The answer to a POST is of no use, its caller has gone";
        Awaitility.await().until(() -> output.getOut().contains(line));
        Awaitility.await()
                .during(Duration.ofMillis(300))
                .until(() -> output.getOut().indexOf(line) == output.getOut().lastIndexOf(line)
                        && !output.getOut().contains("Exception"));
    }

    @Test
    void an_idempotency_key_gets_the_same_answer_and_makes_no_second_transaction() {
        Reply first = api.post(PAYMENTS, payment(), "X-USER-ID", "7", "Idempotency-Key", orderId);
        // Whoever repeats is not refused by dice.
        scenario("'preset':'fast','requestFailureRate':1");

        Reply again = api.post(PAYMENTS, payment(), "X-USER-ID", "7", "Idempotency-Key", '"' + orderId + '"');

        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).contains("true");
    }

    @Test
    void equal_keys_at_the_same_time_make_one_transaction() {
        List<CompletableFuture<Reply>> replies = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> api.post(PAYMENTS, payment(), "X-USER-ID", "7", "Idempotency-Key", orderId)))
                .limit(4)
                .toList();

        assertThat(replies.stream().map(reply -> reply.join().transactionKey()).distinct())
                .hasSize(1);
        Awaitility.await().until(() -> !MERCHANT.callsFor(orderId).isEmpty());
        assertThat(api.get("/api/v1/simulator/ledger?orderId=" + orderId).<Integer>at("$.items[0].captured"))
                .isEqualTo(5_000);
    }

    @Test
    void an_idempotency_key_belongs_to_its_user_and_its_payment() {
        Reply first = api.post(PAYMENTS, payment(), "X-USER-ID", "7", "Idempotency-Key", orderId);

        Reply other = api.post(PAYMENTS, payment(), "X-USER-ID", "8", "Idempotency-Key", orderId);
        Reply changed =
                api.post(PAYMENTS, payment().replace("5000", "6000"), "X-USER-ID", "7", "Idempotency-Key", orderId);

        assertThat(other.transactionKey()).isNotEqualTo(first.transactionKey());
        assertThat(changed.status()).isEqualTo(422);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_failure_of_the_gateway_itself_shows_and_logs_no_card_number(CapturedOutput output) {
        journal.failNext();

        Reply reply = pay();

        assertFailure(reply, 500, "Internal Server Error", "The gateway has failed.");
        assertThat(output).contains("post-payments failed: java.io.IOException").doesNotContain(CARD_NO);
    }
}
