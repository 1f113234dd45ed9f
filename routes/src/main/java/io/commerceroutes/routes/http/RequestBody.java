package io.commerceroutes.routes.http;

import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** First step of every write: a body that is missing, or JSON's null, is no request. */
public final class RequestBody {
    private RequestBody() {}

    /** Refuses a missing body and leaves the bytes of any other. */
    public static void require(Exchange exchange) {
        Message request = exchange.getMessage();
        byte[] body = request.getBody(byte[].class);
        if (body == null || isNothing(new String(body, StandardCharsets.UTF_8).strip())) {
            throw ApiProblem.malformed("This needs a body: a JSON object.");
        }
        request.setBody(body);
    }

    private static boolean isNothing(String text) {
        return text.isEmpty() || "null".equals(text);
    }
}
