package io.commerceroutes.routes.http;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Sets what a REST entry answers with; the body is written as JSON by the route. */
public final class Answer {
    private Answer() {}

    public static void with(Exchange exchange, int status, Object body) {
        Message answer = exchange.getMessage();
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        answer.setHeader(Exchange.CONTENT_TYPE, "application/json");
        answer.setHeader(Exchange.HTTP_CHUNKED, false); // With its length, in one write.
        answer.setBody(body);
    }

    /** @param location path of what was made */
    public static void created(Exchange exchange, int status, String location, Object body) {
        with(exchange, status, body);
        exchange.getMessage().setHeader("Location", location);
    }
}
