package io.commerceroutes.pgsimulator.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.pgsimulator.gateway.Api.Reply;
import io.commerceroutes.pgsimulator.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookingUpTest extends GatewayTest {
    private static final String NOT_FOUND = "There is no such payment.";

    @Test
    void a_pending_transaction_has_no_reason() {
        scenario("'preset':'fast','settleDelayMs':[60000,60000]");
        String key = pay().transactionKey();

        assertThat(api.get(PAYMENTS + "/" + key, USER).body())
                .isEqualTo(json(("{'meta':{'result':'SUCCESS'},'data':{'transactionKey':'%s','orderId':'%s',"
                                + "'cardType':'SAMSUNG','cardNo':'%s','amount':5000,'status':'PENDING'}}"))
                        .formatted(key, orderId, CARD_NO));
        assertThat(api.get(PAYMENTS + "?orderId=" + orderId, USER).body())
                .isEqualTo(json(("{'meta':{'result':'SUCCESS'},'data':{'orderId':'%s',"
                                + "'transactions':[{'transactionKey':'%s','status':'PENDING'}]}}"))
                        .formatted(orderId, key));
    }

    @Test
    void a_settled_transaction_has_a_reason() {
        scenario("'preset':'fast','outcomes':{'INVALID_CARD':1}");
        String key = paid();

        Reply byKey = api.get(PAYMENTS + "/" + key, USER);
        Reply byOrder = api.get(PAYMENTS + "?orderId=" + orderId, USER);

        assertThat(byKey.<String>at("$.data.status")).isEqualTo("FAILED");
        assertThat(byKey.<String>at("$.data.reason")).contains("invalid");
        assertThat(byOrder.<String>at("$.data.transactions[0].reason")).contains("invalid");
    }

    @Test
    void a_key_may_come_encoded() {
        String key = pay().transactionKey();

        assertThat(api.get(PAYMENTS + "/" + key.replace(":", "%3A"), USER).transactionKey())
                .isEqualTo(key);
    }

    @Test
    void what_belongs_to_another_user_is_not_there() {
        String key = pay().transactionKey();

        assertFailure(api.get(PAYMENTS + "/" + key, "X-USER-ID", "8"), 404, "Not Found", NOT_FOUND);
        assertFailure(api.get(PAYMENTS + "?orderId=" + orderId, "X-USER-ID", "8"), 404, "Not Found", NOT_FOUND);
    }

    @Test
    void what_was_never_accepted_is_not_there() {
        assertFailure(api.get(PAYMENTS + "/20261122:TR:000000", USER), 404, "Not Found", NOT_FOUND);
        assertFailure(api.get(PAYMENTS + "?orderId=" + orderId, USER), 404, "Not Found", NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/20261122:TR:000000", "?orderId=order-1"})
    void a_look_up_without_a_user_is_refused(String query) {
        assertFailure(api.get(PAYMENTS + query), 400, "Bad Request", "The header X-USER-ID is missing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?orderId=", "?orderId=%20"})
    void a_list_needs_an_order(String query) {
        assertFailure(api.get(PAYMENTS + query, USER), 400, "Bad Request", "The parameter orderId is missing.");
    }
}
