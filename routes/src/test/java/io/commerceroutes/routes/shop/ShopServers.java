package io.commerceroutes.routes.shop;

import io.commerceroutes.routes.transaction.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.camel.component.kafka.KafkaComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The shop in memory behind the domain's ports, and stand-ins for the servers that routes address themselves. */
@Configuration(proxyBeanMethods = false)
@Import({
    AnswersInMemory.class,
    CatalogueInMemory.class,
    CouponsInMemory.class,
    OrdersInMemory.class,
    OutboxInMemory.class,
    PlacementsInMemory.class,
    PointsInMemory.class,
    Shop.class,
    StockInMemory.class,
    UsersInMemory.class
})
class ShopServers {
    @Bean(Transactions.JDBC)
    JournaledTransaction jdbcTransaction(Shop shop) {
        return new JournaledTransaction(Transactions.JDBC, shop);
    }

    @Bean(Transactions.JPA)
    JournaledTransaction jpaTransaction(Shop shop) {
        return new JournaledTransaction(Transactions.JPA, shop);
    }

    @Bean(Transactions.SNAPSHOT)
    JournaledTransaction snapshotTransaction(Shop shop) {
        return new JournaledTransaction(Transactions.SNAPSHOT, shop);
    }

    /** Every send to Kafka ends at a mock before it gets here. */
    @Bean("kafka-component")
    KafkaComponent kafka() {
        KafkaComponent kafka = new KafkaComponent();
        kafka.getConfiguration().setBrokers("127.0.0.1:1");
        return kafka;
    }

    /** Every query ends at a mock before it gets here. */
    @Bean
    DataSource noDatabase() {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException("There is no database here");
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        };
    }
}
