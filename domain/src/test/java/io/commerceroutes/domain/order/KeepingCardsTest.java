package io.commerceroutes.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.payment.PaymentMethod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeepingCardsTest {
    private static final Shop SHOP =
            Shop.EMPTY.withProduct(1, 1_000, 10).withCustomer(1, 5_000).withCustomer(2, 0);

    @Test
    void a_card_is_kept_for_orders_that_leave_something_to_pay_and_for_no_other() {
        List<PlaceOrder> wishes = List.of(
                Wish.byCard(Wish.of("card", 2, Wish.line(1, 2)), 0),
                Wish.byCard(Wish.of("nothing left", 1, Wish.line(1, 1)), 1_000),
                Wish.of("points", 1, Wish.line(1, 1)),
                Wish.byCard(Wish.of("refused", 2, Wish.line(1, 99)), 0));

        PlacementDecision decision = new PlacementDecision(SHOP.decide(wishes));

        assertThat(decision.orders()).extracting(Order::orderId).containsExactly("card", "nothing left", "points");
        assertThat(decision.cardsByOrder()).isEqualTo(Map.of("card", Wish.CARD));
    }

    @Test
    void an_order_by_card_shows_brand_and_last_four_digits_only() {
        Order order = new PlacementDecision(SHOP.decide(List.of(Wish.byCard(Wish.of("o", 2, Wish.line(1, 1)), 0))))
                .orders()
                .getFirst();

        assertThat(order.payment().cardType()).isEqualTo("KB");
        assertThat(order.payment().cardLast4()).isEqualTo("1451");
    }

    @Test
    void who_gives_a_card_pays_by_card() {
        PlaceOrder wish = Wish.of("order-1", 1, Wish.line(1, 1));

        assertThat(wish.method()).isEqualTo(PaymentMethod.POINT);
        assertThat(Wish.byCard(wish, 0).method()).isEqualTo(PaymentMethod.CARD);
    }
}
