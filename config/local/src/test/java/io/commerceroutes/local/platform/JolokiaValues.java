package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;

/** What Jolokia shows an operator over HTTP: every value of a role's flows and of its JVM, and the flows' drawings. */
final class JolokiaValues {
    static final String PATH = "/actuator/jolokia";

    private static final int AT_A_TIME = 50;
    private static final String SEARCH = "{\"type\":\"search\",\"mbean\":\"%s\"}";
    private static final String READ = "{\"type\":\"read\",\"mbean\":%s,\"config\":{\"ignoreErrors\":true}}";
    private static final String DRAW = "{\"type\":\"exec\",\"mbean\":%s,\"operation\":\"dumpRoutesAsXml()\"}";

    private final Function<String, JsonNode> operator;
    private final List<String> values = new ArrayList<>();

    private JolokiaValues(Function<String, JsonNode> operator) {
        this.operator = operator;
    }

    /** @param operator posts a request and has its answer */
    static List<String> all(CamelContext flows, Function<String, JsonNode> operator) {
        JolokiaValues shown = new JolokiaValues(operator);
        String context = "org.apache.camel:context=" + flows.getName();
        shown.askEach(READ, shown.search(context + ",*"));
        shown.askEach(READ, shown.search("java.lang:*"));
        shown.askEach(DRAW, shown.search(context + ",type=context,*"));
        assertThat(shown.values).hasSizeGreaterThan(flows.getRoutesSize());
        return shown.values;
    }

    private List<String> search(String pattern) {
        JsonNode found = operator.apply(SEARCH.formatted(pattern));
        assertThat(found.path("value")).as("%s", found).isNotEmpty();
        List<String> names = new ArrayList<>();
        found.path("value").forEach(name -> names.add(name.toString()));
        return names;
    }

    private void askEach(String request, List<String> names) {
        for (int from = 0; from < names.size(); from += AT_A_TIME) {
            names.subList(from, Math.min(names.size(), from + AT_A_TIME)).stream()
                    .map(request::formatted)
                    .collect(Collectors.collectingAndThen(Collectors.joining(",", "[", "]"), operator))
                    .forEach(this::keep);
        }
    }

    /** What has ended meanwhile is missing. */
    private void keep(JsonNode answer) {
        assertThat(answer.path("status").asInt()).as("%s", answer).isIn(200, 404);
        values.add(answer.toString());
    }
}
