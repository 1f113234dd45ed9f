package io.commerceroutes.app.data;

import io.commerceroutes.routes.transaction.Transactions;
import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The transaction side's database: one pool, a plain JDBC transaction for the hot path and JPA for the rest. */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories("io.commerceroutes.adapters")
@EntityScan("io.commerceroutes.adapters")
public class CommerceData {
    @Bean
    @Primary
    JpaTransactionManager transactionManager(EntityManagerFactory entityManagers) {
        return new JpaTransactionManager(entityManagers);
    }

    @Bean
    JdbcTransactionManager jdbcTransactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TransactionOperations jdbcTransactions(JdbcTransactionManager jdbcTransactionManager) {
        return new TransactionTemplate(jdbcTransactionManager);
    }

    @Bean(Transactions.JDBC)
    SpringTransactionPolicy jdbcTransaction(JdbcTransactionManager jdbcTransactionManager) {
        return policy(jdbcTransactionManager);
    }

    @Bean(Transactions.JPA)
    SpringTransactionPolicy jpaTransaction(JpaTransactionManager transactionManager) {
        return policy(transactionManager);
    }

    @Bean(Transactions.SNAPSHOT)
    SpringTransactionPolicy snapshotTransaction(JdbcTransactionManager jdbcTransactionManager) {
        TransactionTemplate snapshot = new TransactionTemplate(jdbcTransactionManager);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        SpringTransactionPolicy policy = new SpringTransactionPolicy();
        policy.setTransactionTemplate(snapshot);
        return policy;
    }

    private static SpringTransactionPolicy policy(PlatformTransactionManager transactionManager) {
        SpringTransactionPolicy policy = new SpringTransactionPolicy();
        policy.setTransactionManager(transactionManager);
        return policy;
    }
}
