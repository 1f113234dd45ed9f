package io.commerceroutes.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** What infra/deploy/monitoring holds, as it is deployed. */
final class MonitoringFiles {
    static final Path FOLDER = Path.of("..", "..", "infra", "deploy", "monitoring")
            .toAbsolutePath()
            .normalize();

    private MonitoringFiles() {}

    /** An alert of the rules. */
    record Alert(String name, String expression, Map<String, String> labels, Map<String, String> annotations) {}

    /** A query of a dashboard. */
    record Query(String dashboard, String panel, String expression) {}

    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @SuppressWarnings("unchecked")
    static List<Alert> alerts() {
        Map<String, List<Map<String, List<Map<String, Object>>>>> file = new Yaml().load(text("alerts.yml"));
        return file.get("groups").stream()
                .flatMap(group -> group.get("rules").stream())
                .map(rule -> new Alert(
                        (String) rule.get("alert"),
                        (String) rule.get("expr"),
                        (Map<String, String>) rule.get("labels"),
                        (Map<String, String>) rule.get("annotations")))
                .toList();
    }

    static List<Query> queries() {
        try (Stream<Path> dashboards = Files.list(FOLDER.resolve("grafana/dashboards"))) {
            return dashboards.flatMap(MonitoringFiles::queries).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Query> queries(Path dashboard) {
        try {
            List<Query> queries = new ArrayList<>();
            JsonNode root = new ObjectMapper().readTree(dashboard.toFile());
            root.path("panels")
                    .forEach(panel -> panel.path("targets")
                            .forEach(target -> queries.add(new Query(
                                    root.path("title").asText(),
                                    panel.path("title").asText(),
                                    target.path("expr").asText()))));
            return queries.stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
