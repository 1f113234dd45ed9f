package io.commerceroutes.routes.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.sql.SqlConstants;

/** The statements of runs, at mocks: notes what is executed with which parameters, and answers how many rows changed. */
final class Statements {
    private final List<String> executed = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private final Map<String, Map<String, Object>> parameters = new HashMap<>();
    private final Map<String, Map<String, Object>> headers = new HashMap<>();
    private final Map<String, Consumer<Exchange>> answers = new HashMap<>();

    Statements(CamelContext camel) {
        for (Endpoint endpoint : camel.getEndpoints()) {
            if (endpoint instanceof MockEndpoint mock && mock.getName().startsWith("sql:")) {
                mock.whenAnyExchangeReceived(exchange -> execute(nameOf(mock), exchange));
            }
        }
    }

    /** In order. */
    List<String> executed() {
        return executed;
    }

    /** What runs said they were at, in order. */
    List<String> progress() {
        return progress;
    }

    /** Of its last execution. */
    Map<String, Object> parametersOf(String statement) {
        return parameters.get(statement);
    }

    /** Of its last execution. */
    Map<String, Object> headersOf(String statement) {
        return headers.get(statement);
    }

    /** One that nothing else is said of changes one row. */
    void answer(String statement, Consumer<Exchange> answer) {
        answers.put(statement, answer);
    }

    static Consumer<Exchange> changing(int rows) {
        return exchange -> exchange.getMessage().setHeader(SqlConstants.SQL_UPDATE_COUNT, rows);
    }

    static Consumer<Exchange> days(String... days) {
        return exchange -> exchange.getMessage()
                .setHeader(
                        "days", Stream.of(days).map(day -> Map.of("day", day)).toList());
    }

    /** Windows that are due. */
    static Consumer<Exchange> windows(String period, String... days) {
        return exchange -> exchange.getMessage()
                .setBody(Stream.of(days)
                        .map(day -> Map.of("period", period, "day", day))
                        .toList());
    }

    private void execute(String statement, Exchange exchange) {
        executed.add(statement);
        headers.put(statement, new HashMap<>(exchange.getMessage().getHeaders()));
        if (statement.equals("note-progress")) {
            progress.add(exchange.getMessage().getHeader("progress", String.class));
        }
        if (exchange.getMessage().getBody() instanceof Map<?, ?> map) {
            Map<String, Object> copy = new HashMap<>();
            map.forEach((name, value) -> copy.put((String) name, value));
            parameters.put(statement, copy);
        }
        answers.getOrDefault(statement, changing(1)).accept(exchange);
    }

    private static String nameOf(MockEndpoint statement) {
        return statement.getName().replaceFirst(".*/", "").replace(".sql", "");
    }
}
