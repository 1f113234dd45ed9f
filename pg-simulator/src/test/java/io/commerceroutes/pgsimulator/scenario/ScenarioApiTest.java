package io.commerceroutes.pgsimulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.pgsimulator.gateway.Api.Reply;
import io.commerceroutes.pgsimulator.gateway.GatewayTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScenarioApiTest extends GatewayTest {
    private static final String SCENARIO = "/api/v1/simulator/scenario";

    @Test
    void nothing_asked_for_is_the_default() {
        Reply reply = api.put(SCENARIO, "{}");

        assertThat(reply.body())
                .isEqualTo(json("{'requestFailureRate':0.4,'requestDelayMs':[100,500],'settleDelayMs':[1000,5000],"
                        + "'outcomes':{'SUCCESS':70,'LIMIT_EXCEEDED':20,'INVALID_CARD':10},"
                        + "'acceptedButFailed':0.0,'acceptedButTimesOut':0.0,'callbackLossRate':0.0,'callbackDuplicates':0.0,"
                        + "'callbackReorder':false,'forgedCallbackRate':0.0,'amountMismatchRate':0.0,"
                        + "'capturedAmountMismatchRate':0.0,"
                        + "'settlementConcurrency':8,'outage':false,'refunds':true}"));
        assertThat(api.get(SCENARIO).body()).isEqualTo(reply.body());
    }

    @Test
    void what_is_shown_can_be_put_back() {
        scenario("'preset':'fast','seed':7");
        String shown = api.get(SCENARIO).body();

        assertThat(api.put(SCENARIO, shown).body()).isEqualTo(shown);
    }

    @Test
    void a_bad_field_changes_nothing() {
        String before = api.get(SCENARIO).body();

        Reply reply = api.put(SCENARIO, json("{'outage':true,'requestFailureRate':1.1}"));

        assertFailure(reply, 400, "Bad Request", "requestFailureRate must be a number from 0 to 1");
        assertThat(api.put(SCENARIO, "{").status()).isEqualTo(400);
        assertThat(api.get(SCENARIO).body()).isEqualTo(before);
    }

    @Test
    void a_seed_makes_the_same_refusals_again() {
        String first = refusals();

        assertThat(refusals()).isEqualTo(first).contains("200").contains("500");
    }

    private String refusals() {
        scenario("'preset':'fast','requestFailureRate':0.5,'seed':42");
        StringBuilder statuses = new StringBuilder();
        for (int payment = 0; payment < 12; payment++) {
            statuses.append(pay().status()).append(' ');
        }
        return statuses.toString();
    }

    @Test
    void a_seed_makes_the_same_settlements_again_where_one_worker_settles() {
        List<String> first = settlements();

        assertThat(settlements()).isEqualTo(first).contains("SUCCESS").contains("FAILED");
    }

    private List<String> settlements() {
        scenario("'preset':'fast','settlementConcurrency':1,'outcomes':{'SUCCESS':1,'LIMIT_EXCEEDED':1},"
                + "'callbackLossRate':0.3,'forgedCallbackRate':0.3,'seed':42");
        List<String> keys =
                Stream.generate(() -> pay().transactionKey()).limit(20).toList();
        await().until(() -> keys.stream().map(this::statusOf).noneMatch("PENDING"::equals));
        return keys.stream().map(this::statusOf).toList();
    }

    @Test
    void during_an_outage_everything_of_the_gateway_is_refused_at_once() {
        String key = paid();
        scenario("'outage':true");

        for (Reply reply : new Reply[] {
            pay(),
            api.post(PAYMENTS, "{"),
            api.get(PAYMENTS + "/" + key, USER),
            api.get(PAYMENTS + "?orderId=" + orderId),
            api.post(PAYMENTS + "/" + key + "/cancel", "", USER)
        }) {
            assertFailure(reply, 503, "Service Unavailable", "The gateway is out of service.");
        }
        assertThat(api.get("/api/v1/simulator/ledger").status()).isEqualTo(200);
    }

    @Test
    void what_no_flow_takes_is_refused_in_the_gateways_form() {
        String message = "The gateway does not take this request.";

        assertFailure(api.get("/api/v1/nothing"), 404, "Not Found", message);
        Reply wrongMethod = api.send(api.request(PAYMENTS).DELETE());
        assertFailure(wrongMethod, 405, "Method Not Allowed", message);
        assertThat(wrongMethod.header("Allow")).isPresent();
        assertFailure(
                api.send(api.request(PAYMENTS, USER)
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(payment()))),
                415,
                "Unsupported Media Type",
                message);
    }

    @Test
    void a_body_beyond_the_limit_is_refused_with_and_without_a_length() {
        byte[] large = " ".repeat(65_537).getBytes();

        for (BodyPublisher body : new BodyPublisher[] {
            BodyPublishers.ofByteArray(large), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))
        }) {
            Reply reply = api.send(api.request(SCENARIO)
                    .header("Content-Type", "application/json")
                    .PUT(body));
            assertFailure(reply, 413, "Payload Too Large", "The body is larger than 65536 bytes.");
        }
    }
}
