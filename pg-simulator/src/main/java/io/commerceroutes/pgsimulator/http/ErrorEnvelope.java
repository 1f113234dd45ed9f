package io.commerceroutes.pgsimulator.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.WebRequest;

/** Gives the gateway's form to what is refused before a route is reached: an unknown path, method or media type. */
public class ErrorEnvelope extends DefaultErrorAttributes {
    private final ObjectMapper json;

    public ErrorEnvelope(ObjectMapper json) {
        this.json = json;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        int status = (int) super.getErrorAttributes(request, options).get("status");
        HttpStatus known = HttpStatus.resolve(status);
        Envelope envelope = known == null
                ? Envelope.failure(500, "The gateway has failed.")
                : Envelope.failure(status, "The gateway does not take this request.");
        return json.convertValue(envelope, Map.class);
    }
}
