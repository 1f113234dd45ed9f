package io.commerceroutes.routes.http;

import static io.commerceroutes.routes.idempotency.ReplayAnswerRoute.REPLAY_ANSWER;

import io.commerceroutes.domain.idempotency.IdempotentRequests;
import org.apache.camel.builder.RouteConfigurationBuilder;

/** The error policy of REST entries: a lost race is run again, everything else becomes a problem answer. */
public class ApiErrors extends RouteConfigurationBuilder {
    public static final String API_ERRORS = "api-errors";

    private final ProblemAnswer problemAnswer;

    public ApiErrors(ProblemAnswer problemAnswer) {
        this.problemAnswer = problemAnswer;
    }

    @Override
    public void configuration() {
        // spotless:off
        routeConfiguration(API_ERRORS)
            .onException(IdempotentRequests.KeyUsed.class)
                .handled(true)
                .to("direct:" + REPLAY_ANSWER)
            .end()
            .onException(Exception.class)
                .onWhen(exchange -> problemAnswer.mayBeRepeated(exchange))
                .maximumRedeliveries("{{commerce.transaction.conflict-retries}}")
                .redeliveryDelay("{{commerce.transaction.conflict-retry-delay-millis}}")
                .useExponentialBackOff()
                .useCollisionAvoidance()
                .logRetryAttempted(false)
                .logExhausted(false)
                .handled(true)
                .process(problemAnswer)
            .end()
            .onException(Exception.class)
                // Else a failure after a lost race would inherit that one's repeats.
                .maximumRedeliveries(0)
                .logExhausted(false)
                .handled(true)
                .process(problemAnswer)
            .end();
        // spotless:on
    }
}
