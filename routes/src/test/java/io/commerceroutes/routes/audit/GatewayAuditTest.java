package io.commerceroutes.routes.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.payment.PaymentFlowTest;
import io.commerceroutes.routes.shop.Api.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;

/** What tests of the audit that asks the gateway share: sound tables, and orders that are settled. */
abstract class GatewayAuditTest extends PaymentFlowTest {
    @BeforeEach
    void theTablesAreSound() {
        Stream.of("stock", "points", "coupons", "payments", "events", "catalogue")
                .forEach(invariant -> finds(invariant, List.of()));
        returnedByHand(0, () -> {});
    }

    protected Reply audit() {
        return api.get("/api/v1/ops/audit");
    }

    protected static void told(Reply reply, int checked, int violations) {
        assertThat(reply.<String>at("$.invariants[6].name")).isEqualTo("gateway");
        assertThat(reply.<Integer>at("$.invariants[6].checked")).isEqualTo(checked);
        assertThat(reply.<Integer>at("$.invariants[6].violations")).isEqualTo(violations);
    }

    protected void settled(String... orderIds) {
        finds(
                "gateway",
                Arrays.stream(orderIds).map(id -> Map.of("order_id", id)).toList());
    }

    private void finds(String query, List<?> rows) {
        query(query).whenAnyExchangeReceived(exchange -> exchange.getMessage().setHeader(query, rows));
    }

    /** @param meanwhile happens between the gateway's answer and the second look at the payment */
    protected void returnedByHand(long won, Runnable meanwhile) {
        query("returned-by-hand").whenAnyExchangeReceived(exchange -> {
            meanwhile.run();
            exchange.getMessage().setHeader("returnedByHand", won);
        });
    }

    private MockEndpoint query(String name) {
        return camel.getEndpoint("mock:sql:classpath:sql/audit/%s.sql".formatted(name), MockEndpoint.class);
    }
}
