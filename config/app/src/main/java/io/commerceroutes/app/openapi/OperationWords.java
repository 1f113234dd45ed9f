package io.commerceroutes.app.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What is written by hand of one operation, beside what the REST DSL says of it.
 *
 * @param idempotent whether it honours Idempotency-Key
 * @param location whether its answer carries Location
 * @param answers what each successful status means
 * @param refusals the codes of its own; those that any operation of its kind has come by themselves
 * @param parameters of the query: names of shared ones, or whole ones
 * @param request an example
 * @param answer an example
 */
record OperationWords(
        String summary,
        String description,
        Audience role,
        boolean idempotent,
        boolean location,
        Map<String, String> answers,
        List<String> refusals,
        List<JsonNode> parameters,
        JsonNode request,
        JsonNode answer) {

    /** Who may call. */
    enum Audience {
        ANYONE,
        CUSTOMER,
        ADMIN,
        OPS
    }

    OperationWords {
        description = description == null ? "" : description;
        answers = answers == null ? Map.of() : answers;
        refusals = refusals == null ? List.of() : refusals;
        parameters = parameters == null ? List.of() : parameters;
    }
}
