package io.commerceroutes.routes.idempotency;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;

import org.apache.camel.builder.RouteBuilder;

/** A request whose key has been used gets the first one's answer. */
public class ReplayAnswerRoute extends RouteBuilder {
    public static final String REPLAY_ANSWER = "replay-answer";

    private final Idempotency idempotency;

    public ReplayAnswerRoute(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + REPLAY_ANSWER)
            .routeId(REPLAY_ANSWER)
            .routeDescription("Replays the answer that an equal request got, or waits for it.")
            .routeConfigurationId(API_ERRORS)
            .process(idempotency::replay).id("replay-stored-answer");
        // spotless:on
    }
}
