package io.commerceroutes.routes.point;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.point.PointMovement;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.Shop;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChargePointsRouteTest extends CommerceFlowTest {
    @Test
    void a_charge_raises_the_balance_and_is_noted_in_one_transaction() {
        Reply reply = charge("{\"amount\":500}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"balance\":1500}");
        assertThat(reply.header("Content-Type")).hasValue("application/json");
        assertThat(shop.movements())
                .containsExactly(new PointMovement(PointMovement.Kind.CHARGE, 500, Optional.empty(), Shop.NOW));
        assertThat(journal().entries()).containsExactly("begin jdbc-transaction", "charge", "commit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"amount\":null}",
                "{\"amount\":0}",
                "{\"amount\":-1}",
                "{\"amount\":0.5}",
                "{\"amount\":\"500\"}",
                "{\"amount\":true}",
                "{\"amount\":[500]}",
                "{\"amount\":1000000000001}",
                "{\"amount\":9223372036854775808}"
            })
    void an_amount_that_is_not_acceptable_is_named(String body) {
        Reply reply = charge(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<String>at("$.code")).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly("amount");
        assertThat(journal().entries()).isEmpty();
    }

    @Test
    void a_field_that_nobody_knows_is_named() {
        Reply reply = charge("{\"amount\":1,\"bonus\":1}");

        assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly("bonus");
        assertThat(reply.<List<String>>at("$.errors[*].message")).containsExactly("is not a known field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"amount\":"})
    void what_is_no_json_object_is_malformed(String body) {
        Reply reply = charge(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<String>at("$.code")).isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void a_caller_without_an_account_cannot_charge() {
        signedIn.as(404);

        Reply reply = charge("{\"amount\":1}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.<String>at("$.code")).isEqualTo("USER_NOT_FOUND");
        assertThat(journal().entries()).doesNotContain("commit");
    }

    @Test
    void a_lost_race_charges_once_all_the_same() {
        journal().failNext("commit", TechnicalFailure.conflict());

        Reply reply = charge("{\"amount\":500}");

        assertThat(reply.body()).isEqualTo("{\"balance\":1500}");
        assertThat(shop.movements()).hasSize(1);
        assertThat(journal().count("charge")).isEqualTo(2);
    }

    @Test
    void a_failure_leaves_no_points_behind() {
        journal().failAlways("charge", TechnicalFailure.outage());

        Reply reply = charge("{\"amount\":500}");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).hasValue("1");
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(1_000);
        assertThat(shop.movements()).isEmpty();
    }

    private Reply charge(String body) {
        return api.post("/api/v1/points/charge", body);
    }
}
