package io.commerceroutes.routes.http;

import io.commerceroutes.routes.http.Problem.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request that cannot be served, with the status and code that its caller is told. Carries no inside knowledge. */
public class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(503, "Service Unavailable"));

    private final int status;
    private final String code;
    private final String challenge;
    private final transient List<FieldError> errors;

    public ApiProblem(int status, String code, String detail) {
        this(status, code, detail, null, List.of());
    }

    private ApiProblem(int status, String code, String detail, String challenge, List<FieldError> errors) {
        super(detail, null, false, false);
        this.challenge = challenge;
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    /** Fields whose values are not acceptable. */
    public static ApiProblem invalid(List<FieldError> errors) {
        return new ApiProblem(
                400, "VALIDATION_FAILED", "The request has fields that are not acceptable.", null, errors);
    }

    /** One field whose value is not acceptable. */
    public static ApiProblem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** A body that is not the JSON that was asked for. */
    public static ApiProblem malformed(String detail) {
        return new ApiProblem(400, "MALFORMED_REQUEST", detail);
    }

    /**
     * A caller who is not known.
     *
     * @param challenge what would make it known, as WWW-Authenticate tells it
     */
    public static ApiProblem unauthenticated(String challenge, String detail) {
        return new ApiProblem(401, "UNAUTHENTICATED", detail, challenge, List.of());
    }

    /** Something that does not exist, or that is not this caller's: {@code noun} as in {@code ORDER}. */
    public static ApiProblem notFound(String noun) {
        return new ApiProblem(404, noun + "_NOT_FOUND", "There is no such " + noun.toLowerCase() + ".");
    }

    /** What would be sent to Kafka is larger than its topic takes; to ask again is no use. */
    public static ApiProblem tooLargeForKafka() {
        return new ApiProblem(409, "RECORD_TOO_LARGE", "The record is larger than its topic takes.");
    }

    /** A server that we need is away for now. */
    public static ApiProblem unavailable() {
        return new ApiProblem(503, "UNAVAILABLE", "The service is not available right now; try again shortly.");
    }

    /** A failure of ours; says nothing about its cause. */
    public static ApiProblem internal() {
        return new ApiProblem(500, "INTERNAL_ERROR", "Something went wrong on our side.");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    Optional<String> challenge() {
        return Optional.ofNullable(challenge);
    }

    public List<FieldError> errors() {
        return errors;
    }

    String title() {
        return TITLES.getOrDefault(status, "Internal Server Error");
    }
}
