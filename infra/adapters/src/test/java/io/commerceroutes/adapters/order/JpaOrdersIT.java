package io.commerceroutes.adapters.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.adapters.TestOrders;
import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderStatus;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Locking and canceling, which are SQL; what is read by JPA is tested on the whole platform. */
class JpaOrdersIT {
    private static final Instant PLACED = Instant.parse("2026-11-22T01:02:03.000001Z");
    private static final Instant CANCELED = PLACED.plusSeconds(60);
    private static CommerceSchema schema;
    private static TestOrders placing;
    private static JpaOrders orders;

    @BeforeAll
    static void migrate() {
        schema = CommerceSchema.migrated();
        placing = new TestOrders(schema);
        orders = new JpaOrders(mock(OrderRepository.class), schema.jdbc(), placing.eventRows());
    }

    private static Order cancel(String orderId, CancelReason reason) {
        schema.transaction()
                .executeWithoutResult(status ->
                        orders.cancel(orders.lock(orderId).orElseThrow().cancel(reason, CANCELED)));
        return orders.lock(orderId).orElseThrow();
    }

    private static Map<String, Object> payment(String orderId) {
        return schema.jdbc()
                .queryForMap(
                        "SELECT status, CAST(due_at AS CHAR) AS due_at, CAST(soft_deadline_at AS CHAR) AS soft,"
                                + " CAST(hard_deadline_at AS CHAR) AS hard,"
                                + " (SELECT COUNT(*) FROM card_vault v WHERE v.order_id = p.order_id) AS cards"
                                + " FROM payment p WHERE order_id = ?",
                        orderId);
    }

    @Test
    void an_order_is_locked_as_it_was_placed() {
        Order byCard = placing.byCard(PLACED, 100);
        Order byPoints = placing.byPoints(PLACED);

        assertThat(orders.lock(byCard.orderId())).contains(byCard);
        assertThat(orders.lock(byPoints.orderId())).contains(byPoints);
        assertThat(orders.lock("nobody")).isEmpty();
    }

    @Test
    void an_order_that_waits_for_its_card_has_deadlines() {
        assertThat(payment(placing.byCard(PLACED).orderId()))
                .containsEntry("due_at", "2026-11-22 01:02:04.000001")
                .containsEntry("soft", "2026-11-22 01:07:03.000001")
                .containsEntry("hard", "2026-11-22 01:32:03.000001")
                .containsEntry("cards", 1L);
        assertThat(payment(placing.byCard(PLACED, 2_500).orderId()))
                .containsEntry("status", "APPROVED")
                .containsEntry("due_at", null)
                .containsEntry("hard", null)
                .containsEntry("cards", 0L);
    }

    @Test
    void a_transaction_that_locks_again_sees_what_it_wrote() {
        String orderId = placing.byCard(PLACED).orderId();
        schema.transaction().executeWithoutResult(status -> {
            orders.lock(orderId);
            schema.jdbc().update("UPDATE orders SET status = 'PAID' WHERE id = ?", orderId);
            assertThat(orders.lock(orderId)).map(Order::status).contains(OrderStatus.PAID);
        });
    }

    @Test
    void what_its_customer_cancels_is_settled_at_once_and_its_card_is_erased() {
        String orderId = placing.byCard(PLACED).orderId();

        Order canceled = cancel(orderId, CancelReason.CUSTOMER);

        assertThat(canceled.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(canceled.cancelReason()).contains(CancelReason.CUSTOMER);
        assertThat(payment(orderId))
                .containsEntry("status", "PENDING")
                .containsEntry("due_at", "2026-11-22 01:03:03.000001")
                .containsEntry("cards", 0L);
    }

    @Test
    void what_settling_cancels_stays_due_as_settled() {
        String orderId = placing.byCard(PLACED).orderId();

        cancel(orderId, CancelReason.PAYMENT_EXPIRED);

        assertThat(payment(orderId))
                .containsEntry("due_at", "2026-11-22 01:02:04.000001")
                .containsEntry("cards", 0L);
    }

    @Test
    void what_points_paid_for_is_never_due() {
        String orderId = placing.byPoints(PLACED).orderId();

        cancel(orderId, CancelReason.CUSTOMER);

        assertThat(payment(orderId)).containsEntry("status", "REFUNDED").containsEntry("due_at", null);
    }
}
