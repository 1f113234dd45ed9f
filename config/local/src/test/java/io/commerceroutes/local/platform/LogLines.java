package io.commerceroutes.local.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** What this JVM logs, while it is open, whatever starts and ends in it. */
final class LogLines implements AutoCloseable {
    private final Logger logger;
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
        SharedLog.begin();
        this.logger = logger;
        level = logger.getLevel();
        appender.setContext(logger.getLoggerContext());
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

    /** Those about {@code word} that a role's own levels would let through; nobody's are set in this JVM. */
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
        logger.detachAppender(appender);
        logger.setLevel(level);
        logger.setAdditive(true);
    }
}
