package io.commerceroutes.app.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.List;

/** Makes the answers of an operation: its own with their statuses and headers, and the shared ones that refuse. */
class CompletedAnswers {
    private static final List<String> RATE_LIMIT = List.of("RateLimit", "RateLimit-Policy");
    private static final String SCHEMAS = "#/components/schemas/";

    private final Components generated;

    CompletedAnswers(Components generated) {
        this.generated = generated;
    }

    ApiResponses of(Operation operation, OperationWords words) {
        Content content = content(operation, words);
        ApiResponses answers = new ApiResponses();
        words.answers().forEach((status, meaning) -> {
            ApiResponse answer = new ApiResponse().description(meaning).content(content);
            RATE_LIMIT.forEach(name -> answer.addHeaderObject(name, reference(name)));
            if (words.location()) {
                answer.addHeaderObject("Location", reference("Location"));
            }
            if (words.idempotent()) {
                answer.addHeaderObject("Idempotent-Replayed", reference("Idempotent-Replayed"));
            }
            answers.addApiResponse(status, answer);
        });
        for (Refusal refusal : Refusal.of(operation, words)) {
            answers.addApiResponse(refusal.status(), new ApiResponse().$ref(refusal.reference()));
        }
        return answers;
    }

    /** Null where the REST DSL names no type that is answered. */
    private Content content(Operation operation, OperationWords words) {
        ApiResponse ok = operation.getResponses().get("200");
        if (ok == null) {
            return null;
        }
        Schema<?> body = CompletedOperation.schemaOf(ok.getContent());
        MediaType media = new MediaType().schema(body.getItems() == null ? body : pageOf(body.getItems()));
        return new Content().addMediaType("application/json", media.example(words.answer()));
    }

    /** A type in the plural stands for one page of a list: every list answers like that. */
    private Schema<?> pageOf(Schema<?> item) {
        String name = item.get$ref().substring(SCHEMAS.length()) + "Page";
        Schema<?> page = new ObjectSchema();
        page.addProperty("items", new ArraySchema().items(item));
        page.addProperty("page", new IntegerSchema().minimum(BigDecimal.ZERO));
        page.addProperty("size", new IntegerSchema().minimum(BigDecimal.ZERO));
        page.addProperty("totalCount", new IntegerSchema().format("int64").minimum(BigDecimal.ZERO));
        page.setRequired(List.of("items", "page", "size", "totalCount"));
        generated.addSchemas(name, page);
        return new Schema<>().$ref(SCHEMAS + name);
    }

    private static Header reference(String name) {
        return new Header().$ref("#/components/headers/" + name);
    }
}
