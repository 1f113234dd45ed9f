package io.commerceroutes.local.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What this JVM logs, while it is open. */
final class LogLines implements AutoCloseable {
    private final Logger logger;
    private final boolean inDetail;
    private final Level level;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(new Line(
                    "%s %s %s".formatted(event.getLevel(), event.getLoggerName(), event.getFormattedMessage()),
                    event.getMDCPropertyMap(),
                    event.getThrowableProxy()));
        }
    };

    /** Another platform that starts in this JVM has the logging set up anew, and would end the listening. */
    private final LoggerContextListener again = new LoggerContextListener() {
        @Override
        public boolean isResetResistant() {
            return true;
        }

        @Override
        public void onReset(LoggerContext context) {
            listen();
        }

        @Override
        public void onStart(LoggerContext context) {}

        @Override
        public void onStop(LoggerContext context) {}

        @Override
        public void onLevelChange(Logger changed, Level level) {}
    };

    private record Line(String text, Map<String, String> marks, IThrowableProxy failure) {
        String withFailure() {
            return text + marks + (failure == null ? "" : ThrowableProxyUtil.asString(failure));
        }
    }

    /** Everything that is worth a line in this JVM. */
    LogLines() {
        this((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME), false);
    }

    private LogLines(Logger logger, boolean inDetail) {
        this.logger = logger;
        this.inDetail = inDetail;
        level = logger.getLevel();
        appender.setContext(logger.getLoggerContext());
        listen();
        logger.getLoggerContext().addListener(again);
    }

    private void listen() {
        appender.start();
        logger.addAppender(appender);
        if (inDetail) {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
        }
    }

    /** What this one logger has to say, down to its details, which are seen nowhere else. */
    static LogLines inDetail(Class<?> who) {
        return inDetail((Logger) LoggerFactory.getLogger(who));
    }

    static LogLines inDetail(Logger who) {
        return new LogLines(who, true);
    }

    /** With their marks and stack traces. */
    List<String> all() {
        return lines.stream().map(Line::withFailure).toList();
    }

    List<String> about(String word) {
        return lines.stream()
                .map(Line::text)
                .filter(line -> line.contains(word))
                .toList();
    }

    /** What the lines about {@code word} are marked with. */
    List<Map<String, String>> marksOf(String word) {
        return lines.stream()
                .filter(line -> line.text().contains(word))
                .map(Line::marks)
                .toList();
    }

    @Override
    public void close() {
        logger.getLoggerContext().removeListener(again);
        logger.detachAppender(appender);
        logger.setLevel(level);
        logger.setAdditive(true);
    }
}
