package io.commerceroutes.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The examples of a document, each with the schema that it stands beside. */
final class Examples {
    private final OpenAPI document;
    private final SchemaValidator schemas;

    Examples(OpenAPI document) {
        this.document = document;
        this.schemas = new SchemaValidator(document, new MessageResolver());
    }

    List<MediaType> ofAllOperations() {
        return Stream.concat(
                        ApiDocument.operationsOf(document).values().stream().flatMap(Examples::contents),
                        document.getComponents().getResponses().values().stream()
                                .map(ApiResponse::getContent))
                .filter(Objects::nonNull)
                .flatMap(content -> content.values().stream())
                .filter(media -> media.getExample() != null)
                .toList();
    }

    private static Stream<Content> contents(Operation operation) {
        return Stream.concat(
                Stream.ofNullable(operation.getRequestBody()).map(body -> body.getContent()),
                operation.getResponses().values().stream().map(ApiResponse::getContent));
    }

    void assertValid(MediaType media) {
        ValidationReport report = schemas.validate(Json.pretty(media.getExample()), media.getSchema(), "example");
        assertThat(report.getMessages())
                .as("%s as %s", media.getExample(), media.getSchema().get$ref())
                .isEmpty();
    }
}
