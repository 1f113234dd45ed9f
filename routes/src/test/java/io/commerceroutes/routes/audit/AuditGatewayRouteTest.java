package io.commerceroutes.routes.audit;

import static io.commerceroutes.routes.shop.Gateway.listed;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.routes.observation.Figure;
import io.commerceroutes.routes.observation.ObservedInMemory;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.Gateway;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The part of the audit that asks the gateway. */
class AuditGatewayRouteTest extends GatewayAuditTest {
    @Autowired
    private ObservedInMemory observed;

    @Test
    void a_settled_order_is_compared_with_what_the_gateway_says_now_while_no_transaction_is_open() {
        String orderId = placePaidOrder();
        settled(orderId);
        int asked = Gateway.lookUps(KEY).size();
        int done = journal().entries().size();

        Reply reply = audit();

        told(reply, 1, 0);
        assertThat(reply.<Boolean>at("$.ok")).isTrue();
        assertThat(Gateway.lookUps(KEY)).hasSize(asked + 1);
        assertThat(journal().entries().stream().skip(done))
                .containsExactly("begin snapshot-transaction", "commit", "find payment", "find payment");
    }

    @Test
    void money_that_the_gateway_gave_back_of_an_order_that_stands_is_a_violation_and_changes_nothing() {
        String orderId = placePaidOrder();
        settled(orderId);
        Gateway.knows(KEY, orderId, "SUCCESS", 300, 300);

        Reply reply = audit();

        told(reply, 1, 1);
        assertThat(reply.<Boolean>at("$.ok")).isFalse();
        assertThat(reply.<List<Map<String, String>>>at("$.invariants[6].examples[*]"))
                .containsExactly(Map.of(
                        "subject",
                        orderId,
                        "detail",
                        "captured 300, refunded 300, listed 0, returned by hand 0, payable 300"));
        assertThat(observed.from("audit")).contains(new Figure("commerce.invariant.violations", "gateway", 1));
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.APPROVED);
    }

    @Test
    void a_payment_that_the_gateway_does_not_know_any_more_is_a_violation() {
        settled(placePaidOrder());
        Gateway.lookUpsFind("");

        told(audit(), 1, 1);
    }

    @Test
    void a_second_capture_that_nobody_here_knows_of_is_a_violation() {
        String orderId = placePaidOrder();
        settled(orderId);
        Gateway.lookUpsFind(listed(KEY, "SUCCESS") + "," + listed(OTHER_KEY, "SUCCESS"));
        Gateway.knows(OTHER_KEY, orderId, "SUCCESS", 300, 0);

        told(audit(), 1, 1);
    }

    @Test
    void a_late_capture_is_the_watchs_to_adopt_while_there_is_one_and_a_violation_from_then_on() {
        String orderId = placeCardOrder();
        Gateway.fails(500, "kept all the same");
        request(orderId);
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        reconcile(orderId);
        settled(orderId);
        told(audit(), 1, 0);
        Gateway.lookUpsFind(listed(KEY, "SUCCESS") + "," + listed(OTHER_KEY, "SUCCESS"));
        Gateway.knows(OTHER_KEY, orderId, "SUCCESS", 300, 0);
        told(audit(), 0, 0);

        clock.pass(ofDays(30));
        reconcile(orderId);

        assertThat(shop.payment(orderId).dueAt()).isEmpty();
        told(audit(), 1, 1);
    }

    @Test
    void what_a_person_gave_back_counts() {
        settled(placePaidOrder());
        returnedByHand(300, () -> {});

        assertThat(audit().<List<String>>at("$.invariants[6].examples[*].detail"))
                .containsExactly("captured 300, refunded 0, listed 0, returned by hand 300, payable 300");
    }
}
