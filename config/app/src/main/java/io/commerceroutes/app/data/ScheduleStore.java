package io.commerceroutes.app.data;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.SchedulerConfigException;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.spi.ClassLoadHelper;
import org.quartz.spi.SchedulerSignaler;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

/**
 * Quartz's jobs in the role's database, each operation in a transaction of its own. Spring's store leaves transactions
 * to its caller; Camel opens none, so each statement would commit by itself and Quartz's row locks would hold nothing:
 * of two instances that start together, one would fail on the job that the other has just stored.
 */
public class ScheduleStore extends JobStoreTX {
    @Override
    public void initialize(ClassLoadHelper classes, SchedulerSignaler signaler) throws SchedulerConfigException {
        DataSource database = SchedulerFactoryBean.getConfigTimeDataSource();
        if (database == null) {
            throw new SchedulerConfigException("The schedule has no database");
        }
        // Quartz knows connections by a name that is the whole JVM's, where several roles may run.
        setDataSource("schedule." + getInstanceName());
        DBConnectionManager.getInstance().addConnectionProvider(getDataSource(), new Connections(database));
        super.initialize(classes, signaler);
    }

    private record Connections(DataSource database) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return database.getConnection();
        }

        /** The pool is opened and closed by whoever made it. */
        @Override
        public void initialize() {}

        @Override
        public void shutdown() {}
    }
}
