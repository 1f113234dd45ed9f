package io.commerceroutes.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HttpErrorsTest {
    private final ApplicationAvailabilityBean availability = new ApplicationAvailabilityBean();
    private final HttpErrors errors = new HttpErrors(new ProblemWriter(new ObjectMapper()), availability);

    @Test
    void a_path_without_a_route_is_not_found_once_the_role_is_ready() throws Exception {
        availability.onApplicationEvent(new AvailabilityChangeEvent<>(this, ReadinessState.ACCEPTING_TRAFFIC));

        assertThat(answerTo(404).getStatus()).isEqualTo(404);
    }

    @Test
    void while_the_role_starts_the_caller_is_asked_to_come_again() throws Exception {
        MockHttpServletResponse answer = answerTo(404);

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
    }

    @Test
    void other_errors_are_told_at_any_time() throws Exception {
        assertThat(answerTo(405).getStatus()).isEqualTo(405);
    }

    private MockHttpServletResponse answerTo(int status) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/orders");
        MockHttpServletResponse answer = new MockHttpServletResponse();
        errors.error(request, answer);
        return answer;
    }
}
