package io.commerceroutes.routes.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.commerceroutes.domain.idempotency.IdempotentRequests;
import io.commerceroutes.routes.http.Problem.FieldError;
import java.io.CharConversionException;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.Processor;
import org.apache.camel.component.bean.validator.BeanValidationException;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the failure of an exchange into its problem answer. What the caller did not cause is logged here, once. */
public class ProblemAnswer implements Processor {
    /** When to ask again after a 503. */
    public static final String RETRY_AFTER_SECONDS = "1";

    private static final int DIGITS_SHOWN_MAX = 4;
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswer.class);

    private final ObjectMapper json;
    private final FailureKinds failureKinds;

    public ProblemAnswer(ObjectMapper json, FailureKinds failureKinds) {
        this.json = json;
        this.failureKinds = failureKinds;
    }

    boolean mayBeRepeated(Exchange exchange) {
        return failureKinds.isConflict(exchange);
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        ApiProblem problem = problemOf(failure);
        if (problem.status() >= 500) {
            LOG.error("{} failed", exchange.getFromRouteId(), failure);
        }
        Message answer = exchange.getMessage();
        Object path = answer.getHeader(Exchange.HTTP_URI);
        answer.removeHeaders("*");
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, problem.status());
        answer.setHeader(Exchange.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (problem.status() == 503) {
            answer.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        problem.challenge().ifPresent(challenge -> answer.setHeader("WWW-Authenticate", challenge));
        answer.setBody(json.writeValueAsBytes(Problem.of(problem, path == null ? null : path.toString())));
    }

    private ApiProblem problemOf(Throwable failure) {
        for (Throwable cause : ObjectHelper.createExceptionIterable(failure)) {
            if (cause instanceof ApiProblem problem) {
                return problem;
            }
            if (cause instanceof BeanValidationException invalid) {
                return invalidFields(invalid);
            }
            if (cause instanceof IdempotentRequests.RequestInProgress) {
                return new ApiProblem(409, "REQUEST_IN_PROGRESS", "An equal request is still running; ask again.");
            }
            if (cause instanceof JsonProcessingException ours && ours.getProcessor() instanceof JsonGenerator) {
                return ApiProblem.internal();
            }
            if (cause instanceof JsonMappingException mapping
                    && !isSyntax(mapping)
                    && !mapping.getPath().isEmpty()) {
                return ApiProblem.invalid(fieldOf(mapping), messageOf(mapping));
            }
            if (cause instanceof NoTypeConversionAvailableException missing && missing.getValue() == null
                    || cause instanceof JsonProcessingException && !isTooLarge(cause)
                    || cause instanceof CharConversionException
                    || cause instanceof InvalidPayloadException) {
                return ApiProblem.malformed("The body is not the JSON object that is expected here.");
            }
        }
        if (failureKinds.isTooLarge(failure)) {
            return ApiProblem.tooLargeForKafka();
        }
        return failureKinds.isOutage(failure) || failureKinds.isConflict(failure)
                ? ApiProblem.unavailable()
                : ApiProblem.internal();
    }

    private static ApiProblem invalidFields(BeanValidationException invalid) {
        return ApiProblem.invalid(invalid.getConstraintViolations().stream()
                .map(violation -> new FieldError(
                        violation.getPropertyPath().toString().replace(".<list element>", ""), violation.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList());
    }

    /** A number too large for its field; the failure around it tells which field that is. */
    private static boolean isTooLarge(Throwable cause) {
        return cause instanceof InputCoercionException;
    }

    private static boolean isSyntax(JsonMappingException mapping) {
        return mapping.getCause() instanceof JsonParseException;
    }

    private static String fieldOf(JsonMappingException mismatch) {
        return mismatch.getPath().stream()
                .map(step ->
                        step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + shown(step.getFieldName()))
                .collect(Collectors.joining())
                .substring(mismatch.getPath().getFirst().getFieldName() == null ? 0 : 1);
    }

    /** Whoever names a field after a card is not told its number. */
    private static String shown(String fieldName) {
        boolean isNumber = fieldName.chars().filter(Character::isDigit).count() > DIGITS_SHOWN_MAX;
        return isNumber ? fieldName.replaceAll("\\d", "*") : fieldName;
    }

    private static String messageOf(JsonMappingException mismatch) {
        return mismatch instanceof UnrecognizedPropertyException ? "is not a known field" : "is not of the right type";
    }
}
