package io.commerceroutes.app.http;

import io.commerceroutes.routes.http.ApiProblem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what fails before a route is reached (no such path, wrong method, wrong media type) as a problem, too. */
@RestController
public class HttpErrors implements ErrorController {
    private final ProblemWriter problems;
    private final ApplicationAvailability availability;

    public HttpErrors(ProblemWriter problems, ApplicationAvailability availability) {
        this.problems = problems;
        this.availability = availability;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        ApiProblem problem = problem(status == null ? 404 : status);
        problems.write(
                response,
                isMissingRoute(problem) ? ApiProblem.unavailable() : problem,
                path == null ? null : path.toString());
    }

    /** While the role starts or stops, a path may have no route that has one otherwise. */
    private boolean isMissingRoute(ApiProblem problem) {
        return problem.status() == 404 && availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC;
    }

    static ApiProblem problem(int status) {
        return switch (status) {
            case 400 -> ApiProblem.malformed("The request cannot be read.");
            case 404 -> new ApiProblem(404, "PATH_NOT_FOUND", "There is nothing at this path.");
            case 405 -> new ApiProblem(405, "METHOD_NOT_ALLOWED", "This path does not take this method.");
            case 406 -> new ApiProblem(406, "NOT_ACCEPTABLE", "Answers are JSON.");
            case 413 -> new ApiProblem(413, "CONTENT_TOO_LARGE", "The body is too large.");
            case 415 -> new ApiProblem(415, "UNSUPPORTED_MEDIA_TYPE", "Bodies are application/json.");
            case 503 -> ApiProblem.unavailable();
            default ->
                HttpStatus.valueOf(status).is4xxClientError()
                        ? new ApiProblem(status, "REQUEST_REFUSED", "The request cannot be served.")
                        : ApiProblem.internal();
        };
    }
}
