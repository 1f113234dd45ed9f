package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.shop.Gateway.listed;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.routes.shop.Gateway;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What contradicts the books is noted once, however often a look-up repeats it, and told where it is about money. */
class ContradictionTest extends PaymentFlowTest {
    private String orderId;

    @BeforeEach
    void placeWatchedOrder() {
        orderId = placeCardOrder();
        Gateway.fails(500, "kept all the same");
        request(orderId);
    }

    @Test
    void a_contradiction_is_noted_once_for_each_status_however_often_it_is_repeated() {
        finds("SUCCESS");
        finds("FAILED");
        finds("FAILED");
        finds("PENDING");
        finds("FAILED");

        assertThat(Collections.frequency(shop.notes(), "ANSWER_CONTRADICTED")).isEqualTo(2);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.APPROVED);
        assertThat(errors()).isZero();
    }

    @Test
    void money_taken_after_a_decline_is_told_once_with_its_order() {
        finds("FAILED");
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.DECLINED);
        finds("SUCCESS");
        finds("SUCCESS");

        assertThat(logged())
                .filteredOn(line -> line.startsWith("ERROR "))
                .singleElement()
                .asString()
                .startsWith(
                        "ERROR The gateway contradicts our books, a person must see to it: order %s, ANSWER_CONTRADICTED, %s SUCCESS 300"
                                .formatted(orderId, KEY));
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.DECLINED);
        assertThat(shop.notes()).containsOnlyOnce("ANSWER_CONTRADICTED");
    }

    private void finds(String status) {
        Gateway.lookUpsFind(listed(KEY, status));
        Gateway.knows(KEY, orderId, status, 300, 0);
        reconcile(orderId);
    }

    private long errors() {
        return logged().stream().filter(line -> line.startsWith("ERROR ")).count();
    }
}
