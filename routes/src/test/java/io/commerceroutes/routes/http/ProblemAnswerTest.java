package io.commerceroutes.routes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.domain.idempotency.IdempotentRequests;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.io.CharConversionException;
import java.util.stream.Stream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProblemAnswerTest {
    /** How a line of the answer's begins its text; other lines are others'. */
    private static final String LOGGER = "http.ProblemAnswer ";

    private final ObjectMapper json = new ObjectMapper();
    private final ProblemAnswer answer = new ProblemAnswer(json, new TechnicalFailure.Kinds());
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(ApiProblem.notFound("ORDER"), 404, "ORDER_NOT_FOUND", "Not Found"),
                Arguments.of(new ApiProblem(409, "OUT_OF_STOCK", ""), 409, "OUT_OF_STOCK", "Conflict"),
                Arguments.of(new CharConversionException(), 400, "MALFORMED_REQUEST", "Bad Request"),
                Arguments.of(new IdempotentRequests.RequestInProgress(null), 409, "REQUEST_IN_PROGRESS", "Conflict"),
                Arguments.of(TechnicalFailure.conflict(), 503, "UNAVAILABLE", "Service Unavailable"),
                Arguments.of(TechnicalFailure.outage(), 503, "UNAVAILABLE", "Service Unavailable"),
                Arguments.of(TechnicalFailure.tooLarge(), 409, "RECORD_TOO_LARGE", "Conflict"),
                Arguments.of(TechnicalFailure.unexpected(), 500, "INTERNAL_ERROR", "Internal Server Error"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void each_kind_of_failure_has_its_status_and_code(Exception failure, int status, String code, String title)
            throws Exception {
        JsonNode problem = answerTo(failure);

        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("title").asText()).isEqualTo(title);
        assertThat(problem.get("type").asText()).isEqualTo("about:blank");
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(status);
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/problem+json");
        assertThat(exchange.getMessage().getHeader("Retry-After")).isEqualTo(status == 503 ? "1" : null);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_is_known_also_when_camel_has_wrapped_it(Exception failure, int status, String code)
            throws Exception {
        JsonNode problem =
                answerTo(new CamelExecutionException("failed", exchange, new RuntimeCamelException(failure)));

        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).isEqualTo(code);
    }

    @Test
    void a_body_that_cannot_be_read_is_malformed() throws Exception {
        JsonNode problem = answerTo(new InvalidPayloadException(exchange, byte[].class));

        assertThat(problem.get("code").asText()).isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void an_answer_that_cannot_be_written_is_not_the_callers_fault() throws Exception {
        JsonNode problem = answerTo(new CamelExecutionException("failed", exchange, unwritable()));

        assertThat(problem.get("status").asInt()).isEqualTo(500);
    }

    private Exception unwritable() {
        return catchThrowableOfType(JsonProcessingException.class, () -> json.writeValueAsBytes(new Object()));
    }

    @Test
    void headers_of_the_request_and_of_the_flow_are_gone() throws Exception {
        exchange.getMessage().setHeader("Authorization", "Bearer x");
        exchange.getMessage().setHeader("Location", "/api/v1/orders/never");
        exchange.getMessage().setHeader(Exchange.HTTP_URI, "/api/v1/orders");

        JsonNode problem = answerTo(ApiProblem.notFound("ORDER"));

        assertThat(problem.get("instance").asText()).isEqualTo("/api/v1/orders");
        assertThat(exchange.getMessage().getHeaders())
                .containsOnlyKeys(Exchange.HTTP_RESPONSE_CODE, Exchange.CONTENT_TYPE);
    }

    @Test
    void a_problem_of_no_known_path_has_no_instance_and_no_empty_errors() throws Exception {
        JsonNode problem = answerTo(ApiProblem.notFound("ORDER"));

        assertThat(problem.has("instance")).isFalse();
        assertThat(problem.has("errors")).isFalse();
    }

    @Test
    void only_what_the_caller_did_not_cause_is_logged(CapturedOutput log) throws Exception {
        answerTo(ApiProblem.notFound("ORDER"));
        assertThat(log).doesNotContain(LOGGER);

        JsonNode problem = answerTo(TechnicalFailure.unexpected());

        assertThat(log).contains("ERROR", LOGGER, TechnicalFailure.INSIDE_KNOWLEDGE);
        assertThat(problem.toString()).doesNotContain(TechnicalFailure.INSIDE_KNOWLEDGE);
    }

    private JsonNode answerTo(Exception failure) throws Exception {
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
        answer.process(exchange);
        return json.readTree(exchange.getMessage().getBody(byte[].class));
    }
}
