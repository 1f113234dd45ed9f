package io.commerceroutes.pgsimulator.http;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Sets what a REST entry answers with; the body is written as JSON by the route. */
public final class Answer {
    private Answer() {}

    public static void with(Exchange exchange, int status, Object body) {
        Message answer = exchange.getMessage();
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        answer.setHeader(Exchange.CONTENT_TYPE, "application/json");
        answer.setBody(body);
    }

    public static void success(Exchange exchange, Object data) {
        with(exchange, 200, Envelope.success(data));
    }
}
