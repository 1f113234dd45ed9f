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

/** What this JVM logs, while it is open. */
final class LogLines implements AutoCloseable {
    private final Logger logger;
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

    private record Line(String text, Map<String, String> marks, IThrowableProxy failure) {
        String withFailure() {
            return text + marks + (failure == null ? "" : ThrowableProxyUtil.asString(failure));
        }
    }

    /** Everything that is worth a line in this JVM. */
    LogLines() {
        this(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private LogLines(String name) {
        logger = (Logger) LoggerFactory.getLogger(name);
        level = logger.getLevel();
        appender.setContext(logger.getLoggerContext());
        appender.start();
        logger.addAppender(appender);
    }

    /** What this one logger has to say, down to its details, which are seen nowhere else. */
    static LogLines inDetail(Class<?> who) {
        LogLines lines = new LogLines(who.getName());
        lines.logger.setLevel(Level.DEBUG);
        lines.logger.setAdditive(false);
        return lines;
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
        logger.detachAppender(appender);
        logger.setLevel(level);
        logger.setAdditive(true);
    }
}
