package io.commerceroutes.routes.ranking;

import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.RunOrigin;
import io.commerceroutes.routes.collector.CollectorFlowTest;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** What tests of runs share: the ledger that they are requested in, and their statements. */
abstract class RunTest extends CollectorFlowTest {
    Runs runs;
    Statements statements;

    @BeforeEach
    void begin() {
        runs = new Runs(ledger);
        statements = new Statements(camel);
    }

    void nothingIsDue() {
        Stream.of("due-days", "due-weeks", "due-months")
                .forEach(statement -> statements.answer(statement, Statements.windows("DAILY")));
    }

    void run(Period period, String day) {
        long runId = runs.request(period.windowOf(LocalDate.parse(day)), RunOrigin.OPERATOR);
        producer.sendBody("direct:" + RunAggregationRoute.RUN_AGGREGATION, runId);
    }
}
