package io.commerceroutes.routes.payment;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Listens to every word that is logged, our own down to the last detail, for a card's number. */
final class CardCanary extends AppenderBase<ILoggingEvent> {
    static final String CARD_NUMBER = "1234-5678-9814-1451";
    private static final String DIGITS = CARD_NUMBER.replace("-", "");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    static CardCanary listening() {
        LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
        CardCanary canary = new CardCanary();
        canary.setContext(logs);
        canary.start();
        logs.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(canary);
        levels(Level.ALL, Level.INFO);
        return canary;
    }

    void fallSilent() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(this);
        levels(null, null);
    }

    private static void levels(Level ours, Level camels) {
        ((Logger) LoggerFactory.getLogger("io.commerceroutes")).setLevel(ours);
        ((Logger) LoggerFactory.getLogger("org.apache.camel")).setLevel(camels);
    }

    @Override
    protected void append(ILoggingEvent event) {
        String failure =
                event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        lines.add("%s %s %s".formatted(event.getLevel(), event.getFormattedMessage(), failure));
    }

    /** Levels, messages and failures. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    void heardNoCard() {
        noCardIn("the log", String.join("\n", lines));
    }

    static void noCardIn(String place, String text) {
        assertThat(text).as(place).doesNotContain(CARD_NUMBER, DIGITS);
    }
}
