package io.commerceroutes.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.app.openapi.OperationWords.Audience;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation in the documents of both roles says all that its callers need. */
class DocumentedOperationsTest {
    /** These are answered by a status alone. */
    private static final Set<String> WITHOUT_BODY = Set.of("post-payments-callback");

    /** Without a role, and yet refused where its caller does not sign. */
    private static final Set<String> SIGNED = Set.of("post-payments-callback");

    private static final Pattern IN_PATH = Pattern.compile("\\{(.+?)}");

    @ParameterizedTest
    @EnumSource
    void every_operation_says_what_it_does_who_may_call_it_and_what_it_answers(WrittenApi api) {
        SoftAssertions softly = new SoftAssertions();
        ApiDocument.operationsOf(api.document().openApi()).forEach((id, operation) -> {
            softly.assertThat(operation.getSummary()).as("%s: summary", id).isNotBlank();
            softly.assertThat(operation.getDescription())
                    .as("%s: description", id)
                    .isNotBlank();
            softly.assertThat(operation.getTags()).as("%s: tags", id).hasSize(1).noneMatch(tag -> tag.contains("/"));
            softly.assertThat(operation.getResponses().keySet())
                    .as("%s: answers", id)
                    .anyMatch(status -> status.startsWith("2"))
                    .contains("429", "503")
                    .doesNotContain("default");
            assertSecured(softly, id, operation);
            assertBodies(softly, id, operation);
        });
        softly.assertAll();
    }

    private static void assertSecured(SoftAssertions softly, String id, Operation operation) {
        Object role = operation.getExtensions() == null
                ? null
                : operation.getExtensions().get(CompletedOperation.ROLE);
        boolean open = Audience.ANYONE.name().equals(role);
        softly.assertThat(role).as("%s: role", id).isNotNull();
        softly.assertThat(operation.getSecurity()).as("%s: security", id).hasSize(open ? 0 : 1);
        softly.assertThat(operation.getResponses().containsKey("401"))
                .as("%s: 401", id)
                .isEqualTo(!open || SIGNED.contains(id));
        softly.assertThat(operation.getResponses().containsKey("403"))
                .as("%s: 403", id)
                .isEqualTo(!open);
    }

    private static void assertBodies(SoftAssertions softly, String id, Operation operation) {
        operation.getResponses().forEach((status, answer) -> {
            if (status.startsWith("2") && !WITHOUT_BODY.contains(id)) {
                softly.assertThat(answer.getContent()
                                .get("application/json")
                                .getSchema()
                                .get$ref())
                        .as("%s: schema of %s", id, status)
                        .isNotNull();
                softly.assertThat(answer.getContent().get("application/json").getExample())
                        .as("%s: example of %s", id, status)
                        .isNotNull();
            }
        });
        if (operation.getRequestBody() != null) {
            softly.assertThat(operation
                            .getRequestBody()
                            .getContent()
                            .get("application/json")
                            .getExample())
                    .as("%s: example of the request", id)
                    .isNotNull();
            softly.assertThat(operation.getResponses()).as("%s: errors", id).containsKeys("400", "413", "415");
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_parameter_is_declared_and_described(WrittenApi api) {
        OpenAPI document = api.document().openApi();
        SoftAssertions softly = new SoftAssertions();
        document.getPaths()
                .forEach((path, item) -> item.readOperations().forEach(operation -> {
                    List<Parameter> parameters = parameters(document, operation);
                    softly.assertThat(parameters.stream()
                                    .filter(one -> one.getIn().equals("path"))
                                    .map(Parameter::getName))
                            .as("%s: parameters of the path", operation.getOperationId())
                            .containsExactlyInAnyOrderElementsOf(placeholders(path));
                    softly.assertThat(parameters)
                            .as("%s: all parameters", operation.getOperationId())
                            .allMatch(one -> one.getSchema().getType() != null)
                            .allMatch(one -> one.getDescription() != null);
                }));
        softly.assertAll();
    }

    @ParameterizedTest
    @EnumSource
    void every_example_is_what_its_schema_says(WrittenApi api) {
        Examples examples = new Examples(api.document().openApi());

        assertThat(examples.ofAllOperations()).hasSizeGreaterThan(10).allSatisfy(examples::assertValid);
    }

    @Test
    void the_bounds_of_a_request_are_those_of_its_record() throws Exception {
        JsonNode schemas = Json.mapper()
                .readTree(WrittenApi.TRANSACTIONS.document().json())
                .at("/components/schemas");

        assertThat(schemas.at("/PlaceOrderBody/properties/items/minItems").asInt())
                .isEqualTo(1);
        assertThat(schemas.at("/PlaceOrderBody/properties/items/maxItems").asInt())
                .isEqualTo(100);
        assertThat(schemas.at("/PlaceOrderBody/properties/usePoints/minimum")).hasToString("0");
        assertThat(schemas.at("/PlaceOrderBody/required")).hasToString("[\"items\",\"payment\"]");
        assertThat(schemas.at("/PlaceOrderBody/additionalProperties")).hasToString("false");
        assertThat(schemas.at("/Line/properties/quantity/maximum").asInt()).isEqualTo(10_000);
        assertThat(schemas.at("/Line/properties/productId/minimum").asInt()).isEqualTo(1);
        assertThat(schemas.at("/NewProductBody/properties/name/minLength").asInt())
                .isEqualTo(1);
        assertThat(schemas.at("/PaymentChoice/properties/cardNo/pattern").asText())
                .startsWith("^[0-9]{4}-");
        assertThat(schemas.at("/Callback/additionalProperties")).hasToString("true");
        assertThat(schemas.at("/OrderJson/required").toString())
                .contains("totalAmount")
                .doesNotContain("cancelReason");
    }

    private static List<Parameter> parameters(OpenAPI document, Operation operation) {
        return Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .map(one -> one.get$ref() == null
                        ? one
                        : document.getComponents()
                                .getParameters()
                                .get(one.get$ref().substring("#/components/parameters/".length())))
                .toList();
    }

    private static List<String> placeholders(String path) {
        return IN_PATH.matcher(path).results().map(match -> match.group(1)).toList();
    }
}
