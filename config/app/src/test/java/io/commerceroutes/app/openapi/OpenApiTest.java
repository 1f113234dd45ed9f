package io.commerceroutes.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documents of both roles, made of the REST DSL alone: nothing is missing in them, and nothing stands there twice. */
class OpenApiTest {
    @ParameterizedTest
    @EnumSource
    void it_is_valid_as_json_and_as_yaml(WrittenApi api) {
        for (byte[] form : List.of(api.document().json(), api.document().yaml())) {
            SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(new String(form, StandardCharsets.UTF_8));

            assertThat(parsed.getMessages()).isEmpty();
            assertThat(parsed.getOpenAPI().getPaths()).hasSameSizeAs(read(api).getPaths());
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_rest_endpoint_is_in_it_and_no_other(WrittenApi api) {
        Set<String> documented = new TreeSet<>();
        read(api)
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) ->
                                documented.add("%s %s %s".formatted(method, path, operation.getOperationId()))));

        assertThat(documented).isEqualTo(api.endpoints()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource
    void no_component_is_unused_or_there_twice_or_shows_the_inside(WrittenApi api) throws Exception {
        JsonNode document = Json.mapper().readTree(api.document().json());
        Set<String> references = new TreeSet<>(document.findValuesAsText("$ref"));
        Map<JsonNode, String> schemas = new HashMap<>();

        document.at("/components").properties().stream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .forEach(kind -> kind.getValue()
                        .fieldNames()
                        .forEachRemaining(name ->
                                assertThat(references).contains("#/components/%s/%s".formatted(kind.getKey(), name))));
        document.at("/components/schemas").properties().forEach(schema -> {
            assertThat(schema.getKey()).matches("[A-Za-z0-9]+");
            assertThat(schemas.put(schema.getValue(), schema.getKey()))
                    .as("the same as %s", schema.getKey())
                    .isNull();
        });
        assertThat(document.toString()).doesNotContain("io.commerceroutes", "x-className");
    }

    @Test
    void nothing_is_written_of_an_operation_or_schema_that_there_is_not() {
        ApiWords words = ApiWords.read();

        assertThat(words.operations().keySet())
                .isEqualTo(ofBoth(api -> ApiDocument.operationsOf(read(api)).keySet()));
        assertThat(ofBoth(api -> read(api).getComponents().getSchemas().keySet()))
                .containsAll(words.schemas().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void it_is_made_once(WrittenApi api) {
        assertThat(api.document().json()).isSameAs(api.document().json());
        assertThat(api.document().yaml()).isSameAs(api.document().yaml());
    }

    private static Set<String> ofBoth(Function<WrittenApi, Set<String>> part) {
        return Stream.of(WrittenApi.values())
                .flatMap(api -> part.apply(api).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static OpenAPI read(WrittenApi api) {
        return api.document().openApi();
    }
}
