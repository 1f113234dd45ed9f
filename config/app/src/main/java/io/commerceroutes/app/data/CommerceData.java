package io.commerceroutes.app.data;

import io.commerceroutes.routes.transaction.RollbackOnFailure;
import io.commerceroutes.routes.transaction.Transactions;
import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
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
    RollbackOnFailure jdbcTransaction(JdbcTransactionManager jdbcTransactionManager) {
        return new RollbackOnFailure(new SpringTransaction(new TransactionTemplate(jdbcTransactionManager)));
    }

    @Bean(Transactions.JPA)
    RollbackOnFailure jpaTransaction(JpaTransactionManager transactionManager) {
        return new RollbackOnFailure(new SpringTransaction(new TransactionTemplate(transactionManager)));
    }

    @Bean(Transactions.SNAPSHOT)
    RollbackOnFailure snapshotTransaction(JdbcTransactionManager jdbcTransactionManager) {
        TransactionTemplate snapshot = new TransactionTemplate(jdbcTransactionManager);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new RollbackOnFailure(new SpringTransaction(snapshot));
    }
}
