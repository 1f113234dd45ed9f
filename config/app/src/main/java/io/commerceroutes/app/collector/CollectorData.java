package io.commerceroutes.app.collector;

import io.commerceroutes.app.data.SpringTransaction;
import io.commerceroutes.routes.transaction.RollbackOnFailure;
import io.commerceroutes.routes.transaction.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The collector's database: plain JDBC transactions on one pool. */
@Configuration(proxyBeanMethods = false)
public class CollectorData {
    @Bean(Transactions.JDBC)
    RollbackOnFailure jdbcTransaction(PlatformTransactionManager transactionManager) {
        return new RollbackOnFailure(new SpringTransaction(new TransactionTemplate(transactionManager)));
    }

    @Bean(Transactions.SNAPSHOT)
    RollbackOnFailure snapshotTransaction(PlatformTransactionManager transactionManager) {
        TransactionTemplate snapshot = new TransactionTemplate(transactionManager);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new RollbackOnFailure(new SpringTransaction(snapshot));
    }
}
