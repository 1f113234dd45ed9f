package io.commerceroutes.app.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.event.OrderEventsWritten;
import io.commerceroutes.domain.event.EventType;
import io.commerceroutes.domain.event.OrderEvent;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.Amounts;
import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.Payment;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class OrderMetricsTest {
    private static final Instant PLACED_AT = Instant.parse("2026-11-22T03:04:05Z");

    private final AnnotationConfigApplicationContext application =
            new AnnotationConfigApplicationContext(WithTransactions.class);
    private final MeterRegistry meters = application.getBean(MeterRegistry.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(application.getBean(PlatformTransactionManager.class));

    /** Transactions of nothing: what matters is whether they commit. */
    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @Import(OrderMetrics.class)
    static class WithTransactions {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        PlatformTransactionManager transactionManager() {
            return new AbstractPlatformTransactionManager() {
                @Override
                protected Object doGetTransaction() {
                    return this;
                }

                @Override
                protected void doBegin(Object transaction, TransactionDefinition definition) {}

                @Override
                protected void doCommit(DefaultTransactionStatus status) {}

                @Override
                protected void doRollback(DefaultTransactionStatus status) {}
            };
        }
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void what_a_transaction_wrote_counts_once_it_has_committed() {
        transaction.executeWithoutResult(open -> {
            tell(byCard(PaymentStatus.PENDING), PLACED_AT, EventType.ORDER_CREATED);
            assertThat(count("commerce.orders.placed", "method", "CARD")).isZero();
        });

        assertThat(count("commerce.orders.placed", "method", "CARD")).isOne();
        assertThat(count("commerce.orders.placed", "method", "POINT")).isZero();
    }

    @Test
    void what_was_rolled_back_never_counts() {
        transaction.executeWithoutResult(open -> {
            tell(byCard(PaymentStatus.PENDING), PLACED_AT, EventType.ORDER_CREATED);
            open.setRollbackOnly();
        });

        assertThat(count("commerce.orders.placed", "method", "CARD")).isZero();
    }

    @Test
    void an_approval_counts_and_its_time_to_certainty_is_measured() {
        commit(
                byCard(PaymentStatus.APPROVED),
                PLACED_AT.plusMillis(2_500),
                EventType.PAYMENT_APPROVED,
                EventType.ORDER_PAID);

        assertThat(count("commerce.orders.paid", "method", "CARD")).isOne();
        assertThat(count("commerce.payments.settled", "status", "APPROVED")).isOne();
        Timer certainty = meters.get("commerce.payment.certainty")
                .tag("status", "APPROVED")
                .timer();
        assertThat(certainty.count()).isOne();
        assertThat(certainty.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(2_500);
    }

    @Test
    void points_are_certain_at_once_and_say_nothing_of_the_gateway() {
        commit(order(PaymentMethod.POINT, PaymentStatus.APPROVED), PLACED_AT, EventType.PAYMENT_APPROVED);

        assertThat(count("commerce.payments.settled", "status", "APPROVED")).isZero();
        assertThat(meters.get("commerce.payment.certainty")
                        .tag("status", "APPROVED")
                        .timer()
                        .count())
                .isZero();
    }

    @Test
    void a_cancel_counts_by_its_reason_and_each_end_of_a_payment_by_its_status() {
        commit(byCard(PaymentStatus.DECLINED), PLACED_AT, EventType.PAYMENT_DECLINED, EventType.ORDER_CANCELED);
        commit(byCard(PaymentStatus.EXPIRED), PLACED_AT, EventType.PAYMENT_EXPIRED);
        commit(byCard(PaymentStatus.REFUNDED), PLACED_AT, EventType.PAYMENT_REFUNDED);
        commit(byCard(PaymentStatus.REQUESTED), PLACED_AT, EventType.PAYMENT_REQUESTED);

        assertThat(count("commerce.orders.canceled", "reason", "PAYMENT_DECLINED"))
                .isOne();
        assertThat(List.of("APPROVED", "DECLINED", "EXPIRED", "REFUNDED"))
                .extracting(status -> count("commerce.payments.settled", "status", status))
                .containsExactly(0.0, 1.0, 1.0, 1.0);
    }

    @Test
    void a_refusal_counts_by_the_code_that_was_told_and_what_nobody_knows_as_other() {
        OrderMetrics orders = application.getBean(OrderMetrics.class);

        orders.count("OUT_OF_STOCK");

        assertThat(count("commerce.orders.refused", "code", "OUT_OF_STOCK")).isOne();
        orders.count("1234");
        assertThat(count("commerce.orders.refused", "code", "OTHER")).isOne();
        assertThat(meters.find("commerce.orders.refused").tag("code", "1234").counter())
                .isNull();
    }

    private void commit(Order order, Instant at, EventType... types) {
        transaction.executeWithoutResult(open -> tell(order, at, types));
    }

    private void tell(Order order, Instant at, EventType... types) {
        application.publishEvent(new OrderEventsWritten(Arrays.stream(types)
                .map(type -> new OrderEvent(type, order, at))
                .toList()));
    }

    private double count(String name, String tag, String value) {
        return meters.get(name).tag(tag, value).counter().count();
    }

    private static Order byCard(PaymentStatus status) {
        return order(PaymentMethod.CARD, status);
    }

    private static Order order(PaymentMethod method, PaymentStatus status) {
        boolean canceled = status == PaymentStatus.DECLINED;
        return new Order(
                "order-1",
                1,
                canceled ? OrderStatus.CANCELED : OrderStatus.PAID,
                canceled ? Optional.of(CancelReason.PAYMENT_DECLINED) : Optional.empty(),
                List.of(),
                new Amounts(Money.of(10), Money.of(0), Money.of(0), Money.of(10)),
                Optional.empty(),
                new Payment(method, status, null, null),
                PLACED_AT,
                Optional.empty());
    }
}
