package io.commerceroutes.app.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Problem;
import io.commerceroutes.routes.http.ProblemAnswer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes a problem answer where no route is at work: security, body limits, the container's errors. */
public class ProblemWriter {
    private final ObjectMapper json;

    public ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    public void write(HttpServletResponse response, ApiProblem problem, String instance) throws IOException {
        byte[] body = json.writeValueAsBytes(Problem.of(problem, instance));
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        if (problem.status() == 503) {
            response.setHeader("Retry-After", ProblemAnswer.RETRY_AFTER_SECONDS);
        }
        response.getOutputStream().write(body);
    }
}
