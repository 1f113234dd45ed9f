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
import org.springframework.core.env.Environment;

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
                    event.getThreadName(),
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

    private record Line(String text, String thread, Map<String, String> marks, IThrowableProxy failure) {
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

    /** What this thread has logged: nothing of what another platform does meanwhile. */
    List<String> ofThisThread() {
        String here = Thread.currentThread().getName();
        return lines.stream()
                .filter(line -> line.thread().equals(here))
                .map(Line::text)
                .toList();
    }

    /** Those about {@code word} that a role's own levels let through, whatever another platform has set in this JVM. */
    List<String> about(String word, Environment levels) {
        return about(word).stream().filter(line -> isLetThrough(line, levels)).toList();
    }

    private static boolean isLetThrough(String line, Environment levels) {
        String[] levelAndLogger = line.split(" ", 3);
        for (String name = levelAndLogger[1];
                !name.isEmpty();
                name = name.substring(0, Math.max(0, name.lastIndexOf('.')))) {
            String least = levels.getProperty("logging.level." + name);
            if (least != null) {
                return Level.toLevel(levelAndLogger[0]).isGreaterOrEqual(Level.toLevel(least));
            }
        }
        return true;
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
