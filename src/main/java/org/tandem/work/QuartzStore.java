package org.tandem.work;

import java.util.Properties;
import javax.sql.DataSource;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.DBConnectionManager;

/**
 * Where Quartz keeps its rows: tables QRTZ_… in Tandem's own database.
 *
 * @param dataSource H2 in PostgreSQL mode, or PostgreSQL: both take Quartz's PostgreSQL delegate
 * @param node name of this node among those that share the database; unique
 * @param clustered whether other nodes share the database; H2 in a file is one node's alone
 */
public record QuartzStore(DataSource dataSource, String node, boolean clustered) {

    /** How often nodes of a cluster say that they live, ms. */
    private static final String CHECK_IN_MS = "7500";

    Properties properties(String scheduler, int threads) {
        String source = "tandem-" + node + "-" + System.identityHashCode(dataSource);
        DBConnectionManager.getInstance().addConnectionProvider(source, new QuartzConnections(dataSource));
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", scheduler);
        properties.setProperty("org.quartz.scheduler.instanceId", node);
        properties.setProperty("org.quartz.scheduler.threadName", scheduler + "-scheduler");
        properties.setProperty("org.quartz.scheduler.interruptJobsOnShutdown", "false");
        properties.setProperty("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
        properties.setProperty("org.quartz.threadPool.threadCount", Integer.toString(threads));
        properties.setProperty("org.quartz.threadPool.threadNamePrefix", scheduler);
        properties.setProperty("org.quartz.jobStore.class", JobStoreTX.class.getName());
        properties.setProperty("org.quartz.jobStore.driverDelegateClass", UrgentFirst.class.getName());
        properties.setProperty("org.quartz.jobStore.dataSource", source);
        properties.setProperty("org.quartz.jobStore.tablePrefix", "QRTZ_");
        properties.setProperty("org.quartz.jobStore.useProperties", "true");
        properties.setProperty("org.quartz.jobStore.isClustered", Boolean.toString(clustered));
        properties.setProperty("org.quartz.jobStore.clusterCheckinInterval", CHECK_IN_MS);
        return properties;
    }
}
