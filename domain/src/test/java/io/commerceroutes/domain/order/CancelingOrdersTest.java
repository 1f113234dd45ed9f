package io.commerceroutes.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.payment.PaymentMethod;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CancelingOrdersTest {
    private static final CancelOrder COMMAND =
            new CancelOrder("order-1", CancelReason.CUSTOMER, Wish.NOW.plusSeconds(60));
    private static final Order PAID = PlacedOrders.withNothingLeftToPay(PaymentMethod.POINT);

    @Test
    void what_an_order_holds_is_to_be_given_back() {
        assertThat(canceling(PAID).decide(COMMAND)).hasValue(PAID.cancel(CancelReason.CUSTOMER, COMMAND.at()));
    }

    @Test
    void a_canceled_order_gives_nothing_back_again() {
        Order canceled = PAID.cancel(CancelReason.CUSTOMER, Wish.NOW).order();

        assertThat(canceling(canceled).decide(COMMAND)).isEmpty();
    }

    @Test
    void an_order_that_does_not_exist_gives_nothing_back() {
        assertThat(canceling(PAID).decide(new CancelOrder("order-2", CancelReason.CUSTOMER, COMMAND.at())))
                .isEmpty();
    }

    private static CancelingOrders canceling(Order stored) {
        return new CancelingOrders(new OneOrder(stored));
    }

    /** Locks one order; is asked for nothing else. */
    private record OneOrder(Order stored) implements Orders {
        @Override
        public Optional<Order> lock(String orderId) {
            return Optional.of(stored).filter(order -> order.orderId().equals(orderId));
        }

        @Override
        public Optional<Order> findOwn(String orderId, long userId) {
            throw new AssertionError("Deciding reads under the lock only");
        }

        @Override
        public void cancel(Cancellation cancellation) {
            throw new AssertionError("Deciding writes nothing");
        }
    }
}
