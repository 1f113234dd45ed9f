package io.commerceroutes.pgsimulator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.pgsimulator.gateway.Api.Reply;
import io.commerceroutes.pgsimulator.gateway.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowLedgerRouteTest extends GatewayTest {
    private static final String LEDGER = "/api/v1/simulator/ledger";

    @Test
    void an_order_shows_what_was_captured_and_refunded() {
        String refunded = paid();
        api.post(PAYMENTS + "/" + refunded + "/cancel", "", USER);
        String kept = paid();
        scenario("'preset':'fast','outcomes':{'INVALID_CARD':1}");
        String failed = paid();

        assertThat(api.get(LEDGER + "?orderId=" + orderId).body())
                .isEqualTo(json(("{'items':[{'orderId':'%s','captured':10000,'refunded':5000,'transactions':["
                                + "{'transactionKey':'%s','status':'SUCCESS','amount':5000,'refundedAmount':5000},"
                                + "{'transactionKey':'%s','status':'SUCCESS','amount':5000,'refundedAmount':0},"
                                + "{'transactionKey':'%s','status':'FAILED','amount':5000,'refundedAmount':0}"
                                + "]}],'totalCount':1}")
                        .formatted(orderId, refunded, kept, failed)));
    }

    @Test
    void an_order_without_a_transaction_has_no_item() {
        assertThat(api.get(LEDGER + "?orderId=" + orderId).body()).isEqualTo(json("{'items':[],'totalCount':0}"));
    }

    @Test
    void without_an_order_all_are_shown_the_latest_first() {
        pay();

        Reply all = api.get(LEDGER);
        Reply one = api.get(LEDGER + "?limit=1");

        assertThat(all.<List<String>>at("$.items[*].orderId"))
                .startsWith(orderId)
                .hasSize(all.at("$.totalCount"));
        assertThat(one.<List<String>>at("$.items[*].orderId")).containsExactly(orderId);
        assertThat(one.<Integer>at("$.totalCount")).isEqualTo(all.<Integer>at("$.totalCount"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100001", "many", ""})
    void a_limit_out_of_range_is_refused(String limit) {
        assertFailure(
                api.get(LEDGER + "?limit=" + limit),
                400,
                "Bad Request",
                "limit must be a whole number from 1 to 100000");
    }
}
