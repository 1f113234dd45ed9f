package io.commerceroutes.app.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.app.openapi.OperationWords.Audience;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Completes an operation by its words, and by what follows from its kind: who may call, what it can be refused with. */
class CompletedOperation {
    /** Extension that names the {@link Audience}. */
    static final String ROLE = "x-role";

    private static final String BEARER = "bearerAuth";

    private final Components shared;
    private final CompletedAnswers answers;

    CompletedOperation(Components generated, Components shared) {
        this.shared = shared;
        this.answers = new CompletedAnswers(generated);
    }

    /** @param words null if nobody wrote any: then the operation stays as it is, and the build fails */
    void complete(Operation operation, OperationWords words) {
        operation.setExtensions(null);
        if (words == null) {
            return;
        }
        operation.summary(words.summary()).description(description(words));
        operation.addExtension(ROLE, words.role().name());
        operation.setSecurity(
                words.role() == Audience.ANYONE ? List.of() : List.of(new SecurityRequirement().addList(BEARER)));
        operation.setParameters(parameters(operation, words));
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().values().forEach(body -> body.setExample(words.request()));
        }
        operation.setResponses(answers.of(operation, words));
    }

    private static String description(OperationWords words) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.description());
        paragraphs.add(words.role() == Audience.ANYONE ? "Open to anyone." : "Role: %s.".formatted(words.role()));
        if (!words.refusals().isEmpty()) {
            paragraphs.add(words.refusals().stream()
                    .map(code -> "`%s` (%d)".formatted(code, Refusal.statusOf(code)))
                    .collect(Collectors.joining(", ", "Refused with ", ".")));
        }
        return paragraphs.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    /** Those of the path, which Camel has found, those of the query, and the key. */
    private List<Parameter> parameters(Operation operation, OperationWords words) {
        List<Parameter> parameters = new ArrayList<>();
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(found -> parameters.add(inPath(found)));
        }
        words.parameters().forEach(parameter -> parameters.add(inQuery(parameter)));
        if (words.idempotent()) {
            parameters.add(reference("Idempotency-Key"));
        }
        return parameters.isEmpty() ? null : parameters;
    }

    private Parameter inPath(Parameter found) {
        return shared.getParameters().containsKey(found.getName()) ? reference(found.getName()) : found;
    }

    private static Parameter inQuery(JsonNode parameter) {
        return parameter.isTextual()
                ? reference(parameter.textValue())
                : Json.mapper().convertValue(parameter, Parameter.class);
    }

    private static Parameter reference(String name) {
        return new Parameter().$ref("#/components/parameters/" + name);
    }

    /** The schema that Camel has read from the type of a body. */
    static Schema<?> schemaOf(Content content) {
        return content.values().iterator().next().getSchema();
    }
}
