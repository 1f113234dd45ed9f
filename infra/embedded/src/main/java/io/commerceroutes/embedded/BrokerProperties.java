package io.commerceroutes.embedded;

import java.util.Properties;

/** The configuration of a single node that is broker and controller. Source: Apache Kafka 3.9, broker configs. */
final class BrokerProperties {
    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final String BROKER = "BROKER";

    private BrokerProperties() {}

    static String logFolder(KafkaSettings settings) {
        return settings.folder().resolve("logs").toString();
    }

    static Properties of(KafkaSettings settings, int controllerPort) {
        Properties properties = new Properties();
        listen(properties, settings.port(), controllerPort);
        keep(properties, settings);
        bePatientWithNobody(properties);
        stayFrugal(properties);
        return properties;
    }

    private static void listen(Properties properties, int port, int controllerPort) {
        String broker = "%s://%s:%d".formatted(BROKER, LocalPort.HOST, port);
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put("listeners", "%s,%s://%s:%d".formatted(broker, CONTROLLER, LocalPort.HOST, controllerPort));
        properties.put("advertised.listeners", broker);
        properties.put("listener.security.protocol.map", "%s:PLAINTEXT,%s:PLAINTEXT".formatted(BROKER, CONTROLLER));
        properties.put("inter.broker.listener.name", BROKER);
        properties.put("controller.listener.names", CONTROLLER);
        properties.put("controller.quorum.voters", "%d@%s:%d".formatted(NODE_ID, LocalPort.HOST, controllerPort));
    }

    private static void keep(Properties properties, KafkaSettings settings) {
        properties.put("log.dirs", logFolder(settings));
        properties.put("auto.create.topics.enable", Boolean.toString(settings.autoCreateTopics()));
        properties.put("num.partitions", Integer.toString(settings.partitions()));
        properties.put("log.retention.ms", Long.toString(settings.retention().toMillis()));
        properties.put("message.max.bytes", Integer.toString(settings.maxMessageBytes()));
        properties.put("default.replication.factor", "1");
        properties.put("min.insync.replicas", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "4");
    }

    private static void bePatientWithNobody(Properties properties) {
        properties.put("group.initial.rebalance.delay.ms", "0");
        // After a kill the controller takes the new broker for a second one until the old one's session is over.
        properties.put("broker.heartbeat.interval.ms", "500");
        properties.put("broker.session.timeout.ms", "3000");
        properties.put("server.max.startup.time.ms", "60000");
        properties.put("log.flush.offset.checkpoint.interval.ms", "10000");
        properties.put("num.recovery.threads.per.data.dir", "2");
    }

    private static void stayFrugal(Properties properties) {
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "2");
        properties.put("group.coordinator.threads", "1");
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        properties.put("metadata.max.idle.interval.ms", "5000");
    }
}
