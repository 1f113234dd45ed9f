package io.commerceroutes.routes.shop;

import io.commerceroutes.routes.transaction.RollbackOnFailure;
import io.commerceroutes.routes.transaction.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The shop in memory behind the domain's ports. */
@Configuration(proxyBeanMethods = false)
@Import({
    AnswersInMemory.class,
    CardPaymentsInMemory.class,
    CardsInMemory.class,
    CatalogueInMemory.class,
    CouponsInMemory.class,
    LikesInMemory.class,
    OrderListInMemory.class,
    OrdersInMemory.class,
    OutboxInMemory.class,
    PaymentHistoryInMemory.class,
    PlacementsInMemory.class,
    PointsInMemory.class,
    Shop.class,
    StockInMemory.class,
    StorefrontInMemory.class,
    UsersInMemory.class,
    ViewsInMemory.class
})
class ShopServers {
    @Bean(Transactions.JDBC)
    RollbackOnFailure jdbcTransaction(Shop shop) {
        return new RollbackOnFailure(new JournaledTransaction(Transactions.JDBC, shop));
    }

    @Bean(Transactions.JPA)
    RollbackOnFailure jpaTransaction(Shop shop) {
        return new RollbackOnFailure(new JournaledTransaction(Transactions.JPA, shop));
    }

    @Bean(Transactions.SNAPSHOT)
    RollbackOnFailure snapshotTransaction(Shop shop) {
        return new RollbackOnFailure(new JournaledTransaction(Transactions.SNAPSHOT, shop));
    }
}
