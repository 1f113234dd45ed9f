package io.commerceroutes.app.commerce;

import io.commerceroutes.adapters.coupon.JdbcCouponBook;
import io.commerceroutes.adapters.event.EventPayloads;
import io.commerceroutes.adapters.event.EventRows;
import io.commerceroutes.adapters.event.EventTopics;
import io.commerceroutes.adapters.event.JdbcOutbox;
import io.commerceroutes.adapters.event.TimeOrderedIdentifiers;
import io.commerceroutes.adapters.idempotency.JdbcIdempotentRequests;
import io.commerceroutes.adapters.order.JdbcOrderList;
import io.commerceroutes.adapters.order.JdbcPlacementStore;
import io.commerceroutes.adapters.order.JpaOrders;
import io.commerceroutes.adapters.payment.AesGcmCardVault;
import io.commerceroutes.adapters.payment.CardKeys;
import io.commerceroutes.adapters.point.JdbcPointLedger;
import io.commerceroutes.adapters.product.JdbcCatalogue;
import io.commerceroutes.adapters.product.JdbcLikes;
import io.commerceroutes.adapters.product.JdbcStockLedger;
import io.commerceroutes.adapters.settlement.JdbcCardPayments;
import io.commerceroutes.adapters.settlement.JdbcPaymentHistory;
import io.commerceroutes.adapters.user.JpaUsers;
import io.commerceroutes.domain.event.Identifiers;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** The adapters behind the transaction side's ports. */
@Configuration(proxyBeanMethods = false)
@Import({
    AesGcmCardVault.class,
    EventPayloads.class,
    EventRows.class,
    JdbcCardPayments.class,
    JdbcCatalogue.class,
    JdbcCouponBook.class,
    JdbcLikes.class,
    JdbcOrderList.class,
    JdbcPaymentHistory.class,
    JdbcPlacementStore.class,
    JdbcPointLedger.class,
    JdbcStockLedger.class,
    JpaOrders.class,
    JpaUsers.class,
    TimeOrderedIdentifiers.class
})
class CommerceAdapters {
    /** Ticks in microseconds, which is what the database keeps. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean
    EventTopics eventTopics(
            @Value("${commerce.topics.orders}") String orders,
            @Value("${commerce.topics.payments}") String payments,
            @Value("${commerce.topics.catalog}") String catalog) {
        return new EventTopics(orders, payments, catalog);
    }

    @Bean(destroyMethod = "release")
    JdbcOutbox outbox(
            JdbcTemplate jdbc,
            TransactionOperations jdbcTransactions,
            Identifiers identifiers,
            @Value("${commerce.relay.lease}") Duration lease) {
        return new JdbcOutbox(new NamedParameterJdbcTemplate(jdbc), jdbcTransactions, identifiers.next(), lease);
    }

    @Bean
    JdbcIdempotentRequests idempotentRequests(
            JdbcTemplate jdbc, Clock clock, @Value("${commerce.idempotency.retention}") Duration retention) {
        return new JdbcIdempotentRequests(jdbc, clock, retention);
    }

    @Bean
    CardKeys cardKeys(
            @Value("${commerce.payment.card-keys}") String keys,
            @Value("${commerce.payment.card-key-id}") String activeId) {
        return CardKeys.parse(keys, activeId);
    }
}
