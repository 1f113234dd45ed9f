package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class LogLinesTest {
    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger("shop");

    @BeforeEach
    void mark() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    }

    @Test
    void what_is_logged_is_heard_down_to_its_details() {
        try (LogLines lines = LogLines.inDetail(logger)) {
            logger.debug("one");

            assertThat(lines.about("one")).containsExactly("DEBUG shop one");
        }
    }

    @Test
    void what_others_log_meanwhile_is_told_apart() throws InterruptedException {
        try (LogLines lines = LogLines.inDetail(logger)) {
            Thread other = Thread.ofPlatform().start(() -> logger.warn("theirs"));
            other.join();
            logger.warn("ours");

            assertThat(lines.ofThisThread()).containsExactly("WARN shop ours");
        }
    }

    @Test
    void what_a_role_holds_back_is_left_out_though_another_lets_it_through() {
        MockEnvironment levels = new MockEnvironment()
                .withProperty("logging.level.shop", "error")
                .withProperty("logging.level.sh", "off");
        try (LogLines lines = LogLines.inDetail(logger)) {
            logger.warn("slow");
            logger.error("stopped");

            assertThat(lines.about("s", levels)).containsExactly("ERROR shop stopped");
            assertThat(lines.about("s", new MockEnvironment())).hasSize(2);
        }
    }

    @Test
    void what_is_logged_after_it_was_closed_is_not_heard() {
        LogLines lines = LogLines.inDetail(logger);
        lines.close();

        logger.warn("late");

        assertThat(lines.about("late")).isEmpty();
    }
}
