package io.commerceroutes.adapters.order;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.Amounts;
import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.Payment;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;

/** An order with its payment, to be read; orders are written in bulk by SQL. */
@Entity
@Immutable
@Table(name = "orders")
@SecondaryTable(name = "payment", pkJoinColumns = @PrimaryKeyJoinColumn(name = "order_id"))
class OrderEntity {
    private static final int ITEMS_OF_A_PAGE = 100;

    @Id
    private String id;

    private long userId;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @Enumerated(EnumType.STRING)
    private CancelReason cancelReason;

    private long totalAmount;
    private long discountAmount;
    private long pointsUsed;
    private long payableAmount;
    private Long issuedCouponId;
    private Instant createdAt;
    private Instant paidAt;

    @Column(table = "payment", name = "method")
    @Enumerated(EnumType.STRING)
    private PaymentMethod paymentMethod;

    @Column(table = "payment", name = "status")
    @Enumerated(EnumType.STRING)
    private PaymentStatus paymentStatus;

    @Column(table = "payment")
    private String cardType;

    @Column(table = "payment")
    private String cardLast4;

    @ElementCollection
    @CollectionTable(name = "order_item", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "line")
    @BatchSize(size = ITEMS_OF_A_PAGE)
    private List<OrderItemRow> items = new ArrayList<>();

    Order order() {
        return new Order(
                id,
                userId,
                status,
                Optional.ofNullable(cancelReason),
                items.stream().map(OrderItemRow::item).toList(),
                new Amounts(
                        Money.of(totalAmount), Money.of(discountAmount), Money.of(pointsUsed), Money.of(payableAmount)),
                Optional.ofNullable(issuedCouponId),
                new Payment(paymentMethod, paymentStatus, cardType, cardLast4),
                createdAt,
                Optional.ofNullable(paidAt));
    }
}
