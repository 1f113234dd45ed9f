package io.commerceroutes.app.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * All that is written by hand for the API's documents of both roles.
 *
 * @param operations by their ids
 * @param schemas what the fields' types and annotations do not say, by the schemas' names
 * @param shared parameters, headers, error answers and the security scheme
 */
record ApiWords(Map<String, OperationWords> operations, Map<String, JsonNode> schemas, Components shared) {
    private static final String SHARED = "classpath:openapi/shared/components.yml";
    private static final String FILES = "classpath*:openapi/*.yml";
    private static final ObjectMapper STRICT = new ObjectMapper();

    /** The form of a file. */
    private record File(Map<String, OperationWords> operations, Map<String, JsonNode> schemas) {}

    static ApiWords read() {
        var resources = new PathMatchingResourcePatternResolver();
        Map<String, OperationWords> operations = new TreeMap<>();
        Map<String, JsonNode> schemas = new TreeMap<>();
        try {
            for (Resource resource : resources.getResources(FILES)) {
                File file = STRICT.convertValue(yaml(resource), File.class);
                file.operations().forEach((id, words) -> putOnce(operations, id, words));
                if (file.schemas() != null) {
                    file.schemas().forEach((name, schema) -> putOnce(schemas, name, schema));
                }
            }
            Components shared = Json.mapper().convertValue(yaml(resources.getResource(SHARED)), Components.class);
            return new ApiWords(operations, schemas, shared);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** By SnakeYAML, since Jackson does not follow a file's anchors. */
    private static Object yaml(Resource resource) throws IOException {
        try (InputStream content = resource.getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(content);
        }
    }

    private static <T> void putOnce(Map<String, T> all, String name, T value) {
        if (all.put(name, value) != null) {
            throw new IllegalStateException("There are words for %s twice".formatted(name));
        }
    }
}
