package io.commerceroutes.routes.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.commerceroutes.routes.payment.LookUpPaymentRoute.PG_LOOK_UPS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be compared is no violation, and whatever is away does not keep the audit from the rest. */
class AuditGatewayFailureTest extends GatewayAuditTest {
    @Test
    void an_order_that_cannot_be_read_is_a_violation_and_does_not_end_the_audit() {
        String orderId = placePaidOrder();
        settled(orderId, orderId);
        journal().failNext("find payment", new IllegalArgumentException(TechnicalFailure.INSIDE_KNOWLEDGE));

        Reply reply = audit();

        told(reply, 1, 1);
        assertThat(reply.<List<String>>at("$.invariants[6].examples[*].detail"))
                .containsExactly("cannot be read: its rows contradict one another");
    }

    @Test
    void a_database_that_goes_away_while_the_gateway_is_asked_ends_the_audit() {
        settled(placePaidOrder());
        journal().failNext("find payment", TechnicalFailure.outage());

        assertThat(audit().status()).isEqualTo(503);
    }

    @Test
    void while_the_gateway_is_away_nothing_is_compared_and_nothing_is_violated() {
        settled(placePaidOrder());

        whileTheGatewayIsAway(() -> {
            Reply reply = audit();

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.<Boolean>at("$.ok")).isTrue();
            told(reply, 0, 0);
        });
    }

    @Test
    void one_order_without_an_answer_does_not_keep_the_others_from_being_compared() {
        String orderId = placePaidOrder();
        settled("unknown", orderId);
        Gateway.answersLookUps(KEY, aResponse().withStatus(500));
        told(audit(), 0, 0);

        Gateway.knows(KEY, orderId, "SUCCESS", 300, 0);
        told(audit(), 1, 0);
    }

    @Test
    void an_open_breaker_lets_nothing_through_and_nothing_is_violated() {
        String orderId = placePaidOrder();
        settled(orderId, orderId);
        breaker(PG_LOOK_UPS).transitionToOpenState();
        int asked = Gateway.lookUps().size();

        Reply reply = audit();

        assertThat(reply.<Boolean>at("$.ok")).isTrue();
        told(reply, 0, 0);
        assertThat(Gateway.lookUps()).hasSize(asked);
    }

    @Test
    void after_the_longest_time_no_further_order_is_asked_for() {
        String orderId = placePaidOrder();
        settled(orderId, orderId, orderId);
        int asked = Gateway.lookUps().size();
        returnedByHand(0, () -> clock.pass(ofSeconds(3)));

        told(audit(), 2, 0);

        assertThat(Gateway.lookUps()).hasSize(asked + 2);
    }

    @Test
    void an_order_that_changes_while_the_gateway_is_asked_is_left_to_the_next_audit() {
        String orderId = placePaidOrder();
        settled(orderId);
        returnedByHand(0, () -> cancel(orderId));

        told(audit(), 0, 0);
    }

    @Test
    void an_order_whose_refund_is_due_by_now_is_not_asked_for() {
        String orderId = placePaidOrder();
        settled(orderId);
        cancel(orderId);
        int asked = Gateway.lookUps().size();

        told(audit(), 0, 0);

        assertThat(Gateway.lookUps()).hasSize(asked);
    }
}
