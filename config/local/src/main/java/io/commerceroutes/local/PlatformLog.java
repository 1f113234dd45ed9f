package io.commerceroutes.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** One log for all that runs in this JVM: everything to a file, warnings to the console without their traces. */
final class PlatformLog {
    private static final String LEVEL = "logging.level.";

    private PlatformLog() {}

    static Map<String, Object> settings(Path file) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("logging.file.name", file.toString());
        settings.put("logging.threshold.console", "WARN");
        settings.put("logging.pattern.console", "%clr(%5p) %-40.40logger{39} : %m%n%nopex");
        settings.put("logging.include-application-name", "false");
        settings.put("logging.logback.rollingpolicy.max-file-size", "20MB");
        settings.put("logging.logback.rollingpolicy.total-size-cap", "200MB");
        // Kafka warns of each new leader and of each client that it closes, which here is every start and stop.
        settings.put(LEVEL + "org.apache.kafka.controller", "ERROR");
        settings.put(LEVEL + "org.apache.kafka.clients.NetworkClient", "ERROR");
        // Flyway has not been tested with this MariaDB; we are. Hibernate is told its dialect on purpose.
        settings.put(LEVEL + "org.flywaydb.core.internal.database.base.Database", "ERROR");
        settings.put(LEVEL + "org.hibernate.orm.deprecation", "ERROR");
        // Both roles carry Hawtio, which has one name for its security bean in a JVM.
        settings.put(LEVEL + "io.hawt.util.MBeanSupport", "ERROR");
        settings.put(LEVEL + "kafka", "WARN");
        settings.put(LEVEL + "org.apache.kafka", "WARN");
        settings.put(LEVEL + "state.change.logger", "WARN");
        return settings;
    }

    /** Called once, before any server or role logs; the roles then find logging set up and only add levels. */
    static void begin(Path file) {
        Map<String, Object> settings = settings(file);
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addLast(new MapPropertySource("local logging", settings));
        LogFile logFile = LogFile.get(environment);
        LoggingSystem logging = LoggingSystem.get(PlatformLog.class.getClassLoader());
        logging.getSystemProperties(environment).apply(logFile);
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(environment), null, logFile);
        settings.forEach((name, value) -> {
            if (name.startsWith(LEVEL)) {
                logging.setLogLevel(name.substring(LEVEL.length()), LogLevel.valueOf(value.toString()));
            }
        });
    }
}
