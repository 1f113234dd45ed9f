package io.commerceroutes.adapters.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.adapters.TestOrders;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderFilter;
import io.commerceroutes.domain.order.OrderList;
import io.commerceroutes.domain.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

class OrderListIT {
    private static final Instant FIRST = Instant.parse("2026-11-22T01:02:03.000001Z");
    private static final Duration STEP = Duration.ofHours(1);
    private static final Optional<Instant> ANY_TIME = Optional.empty();
    private static final Optional<OrderStatus> ANY = Optional.empty();
    private static CommerceSchema schema;
    private static JdbcOrderList list;

    /** The newest first: by points or by card in turn, an hour apart. */
    private static final List<Order> placed = new ArrayList<>();

    @BeforeAll
    static void place() {
        schema = CommerceSchema.migrated();
        list = new JdbcOrderList(schema.jdbc());
        TestOrders orders = new TestOrders(schema);
        for (int i = 0; i < 6; i++) {
            Instant at = FIRST.plus(STEP.multipliedBy(i));
            placed.addFirst(i % 2 == 0 ? orders.byPoints(at) : orders.byCard(at, 100));
        }
    }

    private static OrderList.Page page(
            Optional<OrderStatus> status, Optional<Instant> from, Optional<Instant> until, int offset, int limit) {
        return list.page(new OrderFilter(TestOrders.CUSTOMER, status, from, until), offset, limit);
    }

    private static Optional<Instant> hour(int number) {
        return Optional.of(FIRST.plus(STEP.multipliedBy(number)));
    }

    @Test
    void orders_are_listed_as_they_were_placed_the_newest_first() {
        assertThat(page(ANY, ANY_TIME, ANY_TIME, 0, 20)).isEqualTo(new OrderList.Page(placed, 6));
    }

    @Test
    void a_page_is_a_part_of_them() {
        assertThat(page(ANY, ANY_TIME, ANY_TIME, 2, 2)).isEqualTo(new OrderList.Page(placed.subList(2, 4), 6));
        assertThat(page(ANY, ANY_TIME, ANY_TIME, 6, 2)).isEqualTo(new OrderList.Page(List.of(), 6));
    }

    @Test
    void only_orders_of_the_status_are_listed() {
        List<Order> unpaid = placed.stream()
                .filter(order -> order.status() == OrderStatus.PENDING_PAYMENT)
                .toList();

        assertThat(unpaid).hasSize(3);
        assertThat(page(Optional.of(OrderStatus.PENDING_PAYMENT), ANY_TIME, ANY_TIME, 0, 20))
                .isEqualTo(new OrderList.Page(unpaid, 3));
        assertThat(page(Optional.of(OrderStatus.CANCELED), ANY_TIME, ANY_TIME, 0, 20))
                .isEqualTo(new OrderList.Page(List.of(), 0));
    }

    @Test
    void from_is_included_and_until_is_not() {
        assertThat(page(ANY, hour(4), ANY_TIME, 0, 20).orders()).isEqualTo(placed.subList(0, 2));
        assertThat(page(ANY, ANY_TIME, hour(2), 0, 20).orders()).isEqualTo(placed.subList(4, 6));
        assertThat(page(ANY, hour(1), hour(3), 0, 1)).isEqualTo(new OrderList.Page(placed.subList(3, 4), 2));
        assertThat(page(Optional.of(OrderStatus.PAID), hour(1), hour(3), 0, 20).orders())
                .isEqualTo(placed.subList(3, 4));
    }

    @Test
    void another_customers_orders_are_not_listed() {
        assertThat(list.page(new OrderFilter(8, ANY, ANY_TIME, ANY_TIME), 0, 20))
                .isEqualTo(new OrderList.Page(List.of(), 0));
    }

    @Test
    void orders_of_the_same_moment_have_an_order_too() {
        CommerceSchema other = CommerceSchema.migrated();
        TestOrders orders = new TestOrders(other);
        List<Order> atOnce = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            atOnce.addFirst(orders.byPoints(FIRST));
        }
        JdbcOrderList others = new JdbcOrderList(other.jdbc());
        OrderFilter all = new OrderFilter(TestOrders.CUSTOMER, ANY, ANY_TIME, ANY_TIME);

        assertThat(others.page(all, 0, 2).orders()).isEqualTo(atOnce.subList(0, 2));
        assertThat(others.page(all, 2, 2).orders()).isEqualTo(atOnce.subList(2, 4));
    }

    @Test
    void a_page_takes_two_round_trips_however_long_it_is() {
        JdbcTemplate jdbc = spy(schema.jdbc());

        new JdbcOrderList(jdbc).page(new OrderFilter(TestOrders.CUSTOMER, ANY, ANY_TIME, ANY_TIME), 0, 100);

        verify(jdbc, times(2)).execute(any(ConnectionCallback.class));
    }
}
