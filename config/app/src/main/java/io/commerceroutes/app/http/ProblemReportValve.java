package io.commerceroutes.app.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Problem;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** Answers as a problem what Tomcat refuses before any filter sees it, such as a path that it cannot decode. */
public class ProblemReportValve extends ErrorReportValve {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ApiProblem problem = HttpErrors.problem(response.getStatus());
        try {
            response.setContentType(Problem.MEDIA_TYPE);
            response.setCharacterEncoding("UTF-8");
            response.getReporter().write(JSON.writeValueAsString(Problem.of(problem, request.getRequestURI())));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // The client is not there to read it.
            container.getLogger().debug("An error could not be reported", gone);
        }
    }
}
