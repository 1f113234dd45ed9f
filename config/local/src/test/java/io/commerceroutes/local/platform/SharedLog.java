package io.commerceroutes.local.platform;

import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/**
 * One log for all that starts in this JVM. On its own each start sets logging up anew: nobody's lines are heard
 * meanwhile, and who listened hears nothing from then on.
 */
final class SharedLog {
    static {
        LoggingSystem logging = LoggingSystem.get(SharedLog.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    }

    private SharedLog() {}

    /** Has it set up, if it is not; called before anything starts, and before anybody listens. */
    static void begin() {}
}
