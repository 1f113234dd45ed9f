package io.commerceroutes.routes.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** The body of an error answer, {@code application/problem+json} (RFC 9457) with a stable {@code code}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, String detail, String instance, String code, List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** One field of the request that was refused, and why. */
    public record FieldError(String field, String message) {}

    /** Describes {@code problem} for the request at the path {@code instance}. */
    public static Problem of(ApiProblem problem, String instance) {
        return new Problem(
                "about:blank",
                problem.title(),
                problem.status(),
                problem.getMessage(),
                instance,
                problem.code(),
                problem.errors());
    }
}
