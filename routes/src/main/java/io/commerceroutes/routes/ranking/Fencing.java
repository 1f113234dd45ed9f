package io.commerceroutes.routes.ranking;

import io.commerceroutes.domain.ranking.SupersededRunException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.sql.SqlConstants;

/** Lets a run go on only if the statement before, which was conditional on its fencing number, changed its row. */
class Fencing implements Processor {
    @Override
    public void process(Exchange exchange) {
        Integer changed = exchange.getMessage().getHeader(SqlConstants.SQL_UPDATE_COUNT, Integer.class);
        if (changed == null || changed != 1) {
            throw new SupersededRunException((Long) RunParameters.of(exchange).get(RunParameters.RUN_ID));
        }
    }
}
