package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogLinesTest {
    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger("shop");

    @BeforeEach
    void mark() {
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    @Test
    void what_is_logged_is_heard_also_after_logging_was_set_up_anew() {
        try (LogLines lines = LogLines.inDetail(logger)) {
            logger.debug("one");
            context.reset();
            logger.debug("two");

            assertThat(lines.about("o")).containsExactly("DEBUG shop one", "DEBUG shop two");
        }
    }

    @Test
    void what_is_logged_after_it_was_closed_is_not_heard() {
        LogLines lines = LogLines.inDetail(logger);
        lines.close();

        context.reset();
        logger.debug("late");

        assertThat(lines.about("late")).isEmpty();
    }
}
