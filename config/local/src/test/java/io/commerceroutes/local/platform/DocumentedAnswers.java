package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.interaction.ApiOperationResolver;
import com.atlassian.oai.validator.model.ApiOperation;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.http.HttpHeaders;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.springframework.context.ApplicationContext;

/** Compares answers with the document that the same role gives out, and remembers which operations answered how. */
final class DocumentedAnswers {
    private final OpenAPI document;
    private final OpenApiInteractionValidator validator;
    private final ApiOperationResolver operations;
    private final Set<String> succeeded = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();

    DocumentedAnswers(String json) {
        document = new OpenAPIV3Parser().readContents(json).getOpenAPI();
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(json)
                .build();
        operations = new ApiOperationResolver(document, null, true);
    }

    OpenAPI document() {
        return document;
    }

    void check(String method, String uri, int status, HttpHeaders headers, JsonNode body) {
        String path = uri.replaceFirst("[?].*", "");
        Request.Method verb = Request.Method.valueOf(method);
        SimpleResponse.Builder answer = SimpleResponse.Builder.status(status);
        headers.map().forEach(answer::withHeader);
        if (!body.isMissingNode()) {
            answer.withBody(body.toString());
        }
        assertThat(validator.validateResponse(path, verb, answer.build()).getMessages())
                .as("%s %s answered %d: %s", method, uri, status, body)
                .isEmpty();
        ApiOperation operation = operations.findApiOperation(path, verb).getApiOperation();
        (status < 300 ? succeeded : refused).add(operation.getOperation().getOperationId());
    }

    /** What Camel serves in this context is what stands in the document. */
    void assertEndpointsAreThoseOf(ApplicationContext role) {
        Set<String> served = role.getBean(CamelContext.class).getRestRegistry().listAllRestServices().stream()
                .map(service -> service.getMethod().toUpperCase() + " "
                        + "%s/%s"
                                .formatted(
                                        service.getBasePath(), Objects.requireNonNullElse(service.getUriTemplate(), ""))
                                .replaceAll("/+", "/")
                                .replaceFirst("/$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> documented = document.getPaths().entrySet().stream()
                .flatMap(path -> path.getValue().readOperationsMap().keySet().stream()
                        .map(method -> method + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).isNotEmpty().isEqualTo(served);
    }

    /** @throws AssertionError naming the operations that have not answered with a success and a refusal */
    void assertAllWereSeen() {
        Set<String> all = document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(operation -> operation.getOperationId())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(succeeded).as("operations that succeeded").isEqualTo(all);
        assertThat(refused).as("operations that refused").isEqualTo(all);
    }
}
