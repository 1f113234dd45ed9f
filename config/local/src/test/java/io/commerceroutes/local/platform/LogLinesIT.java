package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogLinesIT {
    private static final Logger LOG = LoggerFactory.getLogger(LogLinesIT.class);

    @Test
    void what_is_logged_is_heard_whatever_starts_and_ends_meanwhile() {
        try (LogLines lines = LogLines.inDetail(LogLinesIT.class);
                LogLines all = new LogLines()) {
            for (int start = 0; start < 2; start++) {
                TestPlatform platform = new TestPlatform(Map.of());
                platform.startSimulator(8080);
                LOG.debug("while it runs");
                platform.close();
                LOG.debug("after its end");
            }

            assertThat(lines.ofThisThread()).hasSize(4);
            assertThat(all.about("Started")).hasSizeGreaterThanOrEqualTo(2);
        }
    }
}
